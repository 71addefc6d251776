import { fstatSync, writeSync } from "node:fs";
import { UserError } from "../errors.ts";
import { systemReason } from "./system-error.ts";

/**
 * Whether a standard stream is a terminal. The stream itself is asked only if it may be one: making it costs 5 % of
 * Node's own start, which a pipe or a file doesn't have to pay.
 */
export function isTerminal(stream: "stdin" | "stdout"): boolean {
	try {
		return fstatSync(stream === "stdin" ? 0 : 1).isCharacterDevice() && process[stream].isTTY === true;
	} catch {
		return false;
	}
}

/**
 * Writes all of it to standard output. A reader that has left early (`| head -1`) wanted no more: that is no
 * error. (Windows calls it EOF.)
 */
export async function writeOut(content: string | Uint8Array): Promise<void> {
	let rest: Uint8Array = typeof content === "string" ? Buffer.from(content) : content;
	try {
		while (rest.length > 0) {
			rest = rest.subarray(writeSync(1, rest));
		}
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === "EAGAIN") {
			await writeToStream(rest);
		} else if (code !== "EPIPE" && code !== "EOF") {
			throw unwritten(error);
		}
	}
}

const unwritten = (error: unknown) => new UserError(`stdout can't be written: ${systemReason(error)}`, 1);

/** For a pipe that is full and does not wait. */
function writeToStream(rest: Uint8Array): Promise<void> {
	return new Promise((resolve, reject) => {
		const settle = (error?: NodeJS.ErrnoException | null) =>
			error && error.code !== "EPIPE" ? reject(unwritten(error)) : resolve();
		process.stdout.once("error", settle);
		process.stdout.write(rest, settle);
	});
}
