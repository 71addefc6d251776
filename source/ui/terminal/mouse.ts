import type { EventEmitter } from "node:events";

/** Reports of the mouse as xterm sends them in modes 1000 and 1006 (xterm's control sequences, "Mouse Tracking"). */

export type MouseReport = {
	kind: "click" | "wheelUp" | "wheelDown";
	/** Column and row of the cell, from 0. */
	x: number;
	y: number;
};

/** Asks for clicks and the wheel, reported in decimal numbers; movements are of no use here. */
export const startMouse = "\u001B[?1000h\u001B[?1006h";
export const stopMouse = "\u001B[?1006l\u001B[?1000l";

const report = /^\u001B\[<(\d+);(\d+);(\d+)([Mm])$/;
const kinds: Record<string, MouseReport["kind"]> = { 0: "click", 64: "wheelUp", 65: "wheelDown" };

/** Whether a key, as `KeySplitter` cuts them, is a report of the mouse, of any kind. */
export const isMouseReport = (key: string): boolean => report.test(key);

/** What is reported: a click of the first button when it goes down, the wheel; undefined for all else. */
export function readMouse(key: string): MouseReport | undefined {
	const [, button = "", x, y, ending] = report.exec(key) ?? [];
	const kind = kinds[button];
	return kind === undefined || ending !== "M" ? undefined : { kind, x: Number(x) - 1, y: Number(y) - 1 };
}

/** Hands on what the mouse reports, in its place among the keys. */
export function followMouse(keys: EventEmitter, onReport: (report: MouseReport) => void): void {
	keys.on("mouse", (sequence: string) => {
		const report = readMouse(sequence);
		if (report !== undefined) {
			onReport(report);
		}
	});
}
