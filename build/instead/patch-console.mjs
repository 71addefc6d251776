// The program never lets Ink patch the console: it would be the console of all visitors.
export default function patchConsole() {
	return () => {};
}
