import { readFile } from "node:fs/promises";
import type { Loaded } from "./load.ts";

/** What a file begins with that holds a loaded résumé, ready to be shown, and not a document. */
export const packedStart = '{"packed":true,';

/** The loaded résumé of a file that a card was packed with; undefined if the file is a document. */
export async function readPacked(file: string): Promise<Loaded | undefined> {
	const text = file.endsWith(".json") ? await readFile(file, "utf8").catch(() => "") : "";
	if (!text.startsWith(packedStart)) {
		return undefined;
	}

	const { packed: _, ...loaded } = JSON.parse(text);
	return loaded;
}
