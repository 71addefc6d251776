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
 * The text of a résumé file without its byte-order mark; `-` is standard input. Of a folder with LinkedIn's data export,
 * its tables as JSON.
 * @throws {UserError} if there is no such file, or it is another directory, too large, empty or not UTF-8.
 */
export async function readText(path: string): Promise<string> {
	if (/\.csv$/i.test(path)) {
		throw new UserError(`${fileName(path)}: this is one table; name the folder of LinkedIn's export that it's in`);
	}

	return (await textOfFolder(path)) ?? readTextFile(path);
}

/** @returns undefined if it isn't a folder. */
async function textOfFolder(path: string): Promise<string | undefined> {
	const isFolder = path !== "-" && (await stat(path).catch(() => undefined))?.isDirectory();
	if (!isFolder) {
		return undefined;
	}

	const text = await (await import("./tables.ts")).readTables(path, readTextFile);
	if (text === undefined) {
		throw new UserError(`${fileName(path)}: this is a directory; name the résumé file in it, such as resume.json`);
	}

	if (text.length > largest) {
		throw tooLarge(fileName(path));
	}

	return text;
}

async function readTextFile(path: string): Promise<string> {
	const name = fileName(path);
	const bytes = await readBytes(path, name);
	const kind = otherKinds.find(({ start }) => bytes.subarray(0, start.length).equals(start));
	if (kind !== undefined) {
		throw new UserError(`${name}: this is ${kind.name}; ${kind.fix}`);
	}

	// UTF-16 and UTF-32 of ASCII alone are UTF-8 too, but no text begins with a zero byte or has one behind its first sign.
	const isWide = bytes.subarray(0, 2).includes(0);
	if (isWide || !isUtf8(bytes)) {
		throw new UserError(`${name}:${isWide ? "1:1" : badByte(bytes)}: this isn't UTF-8 text; save the résumé as UTF-8`);
	}

	const text = new TextDecoder().decode(bytes);
	if (text.trim() === "") {
		throw new UserError(`${name}: the file is empty; the command "init" writes a résumé to start from`);
	}

	return text;
}

/** What people give who have a résumé in it, by how such files begin. */
const otherKinds = [
	{ start: Buffer.from("%PDF-"), name: "a PDF", fix: "a résumé is read from JSON or YAML" },
	{
		start: Buffer.from("PK\x03\x04"),
		name: "a ZIP archive or a Word document",
		fix: "unpack LinkedIn's export and name the folder; else save the résumé as JSON or YAML",
	},
];

async function readBytes(path: string, name: string): Promise<Buffer> {
	try {
		const size = path === "-" ? 0 : await sizeOf(path);
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

async function sizeOf(path: string): Promise<number> {
	return (await stat(path)).size;
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
