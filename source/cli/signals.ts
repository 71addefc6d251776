/** The signals that end the viewer: it gives the terminal back first. */
export const endings: readonly NodeJS.Signals[] = [
	"SIGINT",
	"SIGTERM",
	"SIGHUP",
	...(process.platform === "win32" ? [] : (["SIGQUIT"] as const)),
];

/** Leaves the signals to the system. @returns hands them to those who listened. */
export function unlisten(signals: readonly NodeJS.Signals[]): () => void {
	const all = signals.map((signal) => ({ signal, listeners: process.listeners(signal) }));
	for (const { signal } of all) {
		process.removeAllListeners(signal);
	}

	return () => {
		for (const { signal, listeners } of all) {
			for (const listener of listeners) {
				process.on(signal, listener);
			}
		}
	};
}
