import type { Program } from "../program.ts";
import { cleanLine } from "../resume/clean.ts";
import { warn } from "./report.ts";
import { writeOut } from "./streams.ts";

/**
 * Writes the content into the file and says so on standard error; without a file, or with `-`, to standard output.
 * @throws {UserError} if the file is there and is not to be overwritten, or cannot be written.
 */
export async function deliver(
	content: string | Uint8Array,
	file: string | undefined,
	{ isForced = false, program }: { isForced?: boolean; program: Program },
): Promise<void> {
	if (file === undefined || file === "-") {
		await writeOut(content);
		return;
	}

	const { writeWholeFile } = await import("./file.ts");
	await writeWholeFile(file, content, isForced);
	warn(`wrote ${cleanLine(file)} (${Buffer.byteLength(content)} bytes)`, program);
}
