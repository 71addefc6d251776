/** Those that ask for the end: of a service manager, Ctrl-C, and Ctrl-\, which Windows doesn't have. */
const signals: readonly NodeJS.Signals[] = [
	"SIGTERM",
	"SIGINT",
	...(process.platform === "win32" ? [] : (["SIGQUIT"] as const)),
];

/**
 * Calls `stop` at the first signal that asks for the end. Another one, such as that of a Ctrl-C which all processes of a
 * terminal get, changes nothing.
 */
export function onStopSignal(stop: () => void): void {
	let isAsked = false;
	for (const signal of signals) {
		process.on(signal, () => {
			if (!isAsked) {
				isAsked = true;
				stop();
			}
		});
	}
}
