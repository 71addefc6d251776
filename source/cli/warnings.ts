import { unlisten } from "./signals.ts";

/**
 * Keeps Node.js's own warnings off a screen that is drawn, where they would be written over it, until it's left: Node.js 24
 * has one for `NO_COLOR` beside `FORCE_COLOR`.
 * @returns has them written.
 */
export function holdWarnings(): () => void {
	const held: Error[] = [];
	const hold = (warning: Error) => void held.push(warning);
	const listenAgain = unlisten(["warning"]);
	process.on("warning", hold);
	return () => {
		process.off("warning", hold);
		listenAgain();
		for (const warning of held) {
			process.emit("warning", warning);
		}
	};
}
