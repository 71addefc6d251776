import type { Writable } from "node:stream";

/** How much may wait between the channel and the network. */
const STEP = 32 * 1024;

/**
 * Writes `text` to a channel no faster than the visitor takes it: ssh2 hands everything that fits the SSH window to the
 * socket, full or not. Resolves when the last of it is with the socket; never, if the connection closes before that.
 * @param onProgress called whenever a step of it was taken.
 */
export async function send(
	channel: Writable,
	text: string,
	connection: { drained: () => Promise<void> },
	onProgress: () => void,
): Promise<void> {
	const bytes = Buffer.from(text);
	for (let start = 0; start < bytes.length; start += STEP) {
		const step = bytes.subarray(start, start + STEP);
		await new Promise<void>((resolve) => {
			channel.write(step, () => resolve());
		});
		await connection.drained();
		onProgress();
	}
}
