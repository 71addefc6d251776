/** The signals that end the viewer: it gives the terminal back first. */
export const endings: readonly NodeJS.Signals[] = [
	"SIGINT",
	"SIGTERM",
	"SIGHUP",
	...(process.platform === "win32" ? [] : (["SIGQUIT"] as const)),
];

/** Takes the listeners for these events off the process. @returns puts them back. */
export function unlisten(events: readonly string[]): () => void {
	const emitter: NodeJS.EventEmitter = process;
	const all = events.map((event) => ({ event, listeners: emitter.listeners(event) }));
	for (const { event } of all) {
		emitter.removeAllListeners(event);
	}

	return () => {
		for (const { event, listeners } of all) {
			for (const listener of listeners) {
				emitter.on(event, listener as () => void);
			}
		}
	};
}
