import type { Entry } from "../../resume/model.ts";
import { entryLines } from "../frame/entry-lines.ts";
import { lineText } from "../frame/line.ts";
import { copy, type Outcome } from "../state/effect.ts";
import type { State } from "../state/state.ts";

/**
 * Copies an entry's link, its citation or its text: each further press takes the next of them.
 *
 * @param open the entry's own screen, if it is open: there the notice says what a second press takes
 */
export function copyEntry(
	{ content }: State,
	entry: Entry | undefined,
	open?: { link: number; copied?: number },
): Outcome {
	if (entry === undefined) {
		return copy(undefined);
	}

	const link = entry.links[open?.link ?? 0];
	const citation = content.citation(entry);
	const choices = [
		...(link === undefined ? [] : [{ text: link.url, what: link.url, name: "the link" }]),
		...(citation === undefined ? [] : [{ text: citation, what: "the BibTeX entry", name: "BibTeX" }]),
		{ text: plainText(entry), what: "the text of this entry", name: "its text" },
	];
	const turn = (open?.copied ?? 0) % choices.length;
	const { text, what } = choices[turn]!;
	const next = choices[(turn + 1) % choices.length]!;
	return copy(text, choices.length === 1 || open === undefined ? what : `${what} — y again for ${next.name}`);
}

/** Wide enough that no paragraph is broken: what is pasted wraps itself. */
const unwrapped = 100_000;

/** Without what is there for the screen alone: the numbers of links. */
const plainText = (entry: Entry): string =>
	entryLines(entry, { columns: unwrapped })
		.map(({ pieces }) =>
			lineText({ pieces: pieces.filter(({ role }) => role !== "key") })
				.replace(/ {2,}/g, "  ")
				.trimEnd(),
		)
		.join("\n");
