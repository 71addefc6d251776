import { UserError } from "../errors.ts";
import { filesBeside, languageOfName, withBeside } from "./beside.ts";
import { Refusal } from "./document.ts";
import { type Examined, examine, openDocument } from "./examine.ts";
import { rootOf } from "./normalise/index.ts";
import { readSource, type Source } from "./parse/index.ts";
import { mayHoldPaths, repeatedPaths } from "./privacy/index.ts";

/**
 * A file, those beside it in other languages, and the document that they are together.
 * @throws {UserError} naming the file and, if a place in it is wrong, line and column.
 */
export async function readFiles(path: string) {
	const source = await readClear(path);
	const others = await Promise.all(
		(await filesBeside(path)).map(async ({ file, tag }) => {
			const other = await readClear(file);
			// What is wrong there is reported for that file.
			await orLocated(other, () => (rootOf(other.value) === undefined ? undefined : openDocument(other.value)));
			return { tag, value: other.value, text: other.text };
		}),
	);
	return { source, others, document: withBeside(source.value, languageOfName(path), others) };
}

/** @throws {UserError} if a list of private paths is overwritten by another: which is meant? */
async function readClear(path: string): Promise<Source> {
	const source = await readSource(path);
	const place = source.repeated.find(mayHoldPaths);
	if (place) {
		throw await located(new Refusal({ place, at: "key", ...repeatedPaths }), source);
	}

	return source;
}

/**
 * What a file holds, nothing of it removed, and what is private of it.
 * @throws {UserError} as `readFiles`.
 */
export async function examineFile(path: string): Promise<Examined> {
	const { source, document } = await readFiles(path);
	return orLocated(source, () => examine(document));
}

/**
 * What `read` gives of a file's value.
 * @throws {UserError} in place of a `Refusal`, with its place in the file.
 */
export async function orLocated<Value>(source: Source, read: () => Value | Promise<Value>): Promise<Value> {
	try {
		return await read();
	} catch (error) {
		throw error instanceof Refusal ? await located(error, source) : error;
	}
}

async function located({ oddity, message }: Refusal, { name, locate }: Source): Promise<UserError> {
	if (oddity.place.length === 0) {
		return new UserError(`${name}: ${message}`);
	}

	const { line, column } = await locate(oddity.place, oddity.at ?? "value");
	return new UserError(`${name}:${line}:${column}: ${message}`);
}
