// Ink asks for this where an output has no size. The program's outputs always have one, so the processes that the real
// package starts, and node:child_process itself, are not needed.
export default function terminalSize() {
	return { columns: 80, rows: 24 };
}
