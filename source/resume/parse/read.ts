import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { UserError } from "../../errors.ts";
import { cleanLine } from "../clean.ts";

/** No résumé is larger than this, in bytes. */
const largest = 10_000_000;

/** What a résumé file is called in sentences: its path, harmless to a terminal. */
export const fileName = (path: string): string => (path === "-" ? "standard input" : cleanLine(path) || '""');

/**
 * The text of a résumé file without its byte-order mark; `-` is standard input.
 * @throws {UserError} if there is no such file, or it is a directory, too large, empty or not UTF-8.
 */
export async function readText(path: string): Promise<string> {
	const name = fileName(path);
	const bytes = await readBytes(path, name);
	if (!isUtf8(bytes)) {
		throw new UserError(`${name}:${badByte(bytes)}: this isn't UTF-8 text; save the résumé as UTF-8`);
	}

	const text = new TextDecoder().decode(bytes);
	if (text.trim() === "") {
		throw new UserError(`${name}: the file is empty; the command "init" writes a résumé to start from`);
	}

	return text;
}

async function readBytes(path: string, name: string): Promise<Buffer> {
	try {
		const size = path === "-" ? 0 : await sizeOf(path, name);
		if (size > largest) {
			throw tooLarge(name);
		}

		const chunks: Buffer[] = [];
		let total = 0;
		// A pipe or a device doesn't have a size, so the bytes are counted as they arrive.
		for await (const chunk of createReadStream(
			path === "-" ? "" : path,
			path === "-" ? { fd: 0, autoClose: false } : {},
		)) {
			chunks.push(chunk);
			total += chunk.length;
			if (total > largest) {
				throw tooLarge(name);
			}
		}

		return Buffer.concat(chunks);
	} catch (error) {
		throw error instanceof UserError ? error : new UserError(`${name}: ${reason(error)}`);
	}
}

async function sizeOf(path: string, name: string): Promise<number> {
	const found = await stat(path);
	if (found.isDirectory()) {
		throw new UserError(`${name}: this is a directory; name the résumé file in it, such as resume.json`);
	}

	return found.size;
}

const tooLarge = (name: string) =>
	new UserError(`${name}: it's larger than the ${largest / 1_000_000} MB a résumé may have`);

const reasons: Record<string, string> = {
	ENOENT: "no such file; check the path",
	ENOTDIR: "no such file; check the path",
	ELOOP: "its symbolic links form a loop; name the file itself",
	ENAMETOOLONG: "no such file; check the path",
	EACCES: "permission denied; check its permissions",
	EPERM: "permission denied; check its permissions",
	EISDIR: "this is a directory; name the résumé file in it, such as resume.json",
	EAGAIN: "nothing to read yet; pipe a résumé into it",
	EBADF: "it's closed; pipe a résumé into it",
};

function reason(error: unknown): string {
	const { code = "", message } = error as NodeJS.ErrnoException;
	return reasons[code] ?? `it can't be read (${cleanLine(code || message)}); try another file`;
}

/** "line:column" of the first character that isn't UTF-8, both from 1. */
function badByte(bytes: Buffer): string {
	// Decoding puts U+FFFD where a sequence is malformed: encoded again, it differs from there on.
	const again = Buffer.from(bytes.toString("utf8"));
	const index = again.findIndex((byte, position) => byte !== bytes[position]);
	const lines = again.subarray(0, index).toString("utf8").split("\n");
	return `${lines.length}:${lines.at(-1)!.replace(/\uFFFD$/, "").length + 1}`;
}
