// By signal-exit Ink gives the terminal back when the process ends. It listens for every signal there is; this program
// has listeners of its own for those that end it, and ends by process.exit alone, so that the event of that is enough.
const listeners = new Set();

/**
 * @param {(code: number, signal: null) => void} listener called when the process exits
 * @returns {() => void} takes it back
 */
export function onExit(listener) {
	if (listeners.size === 0) {
		process.on("exit", tellAll);
	}
	listeners.add(listener);
	return () => {
		listeners.delete(listener);
		if (listeners.size === 0) {
			process.off("exit", tellAll);
		}
	};
}

export default onExit;

function tellAll(code) {
	for (const listener of listeners) {
		listener(code, null);
	}
}
