import type { Entry } from "../resume/model.ts";
import { detailsText } from "../resume/search.ts";
import { usefulHints } from "./footer-line.ts";
import { helpLines } from "./help-lines.ts";
import { screenOf } from "./layers.ts";
import { listWindow } from "./layout.ts";
import { entryLines, lineText } from "./lines.ts";
import { textLines } from "./measure.ts";
import type { State } from "./state.ts";

/** What a screen reader is given instead of a picture: everything in words, in the order it is read. */
export type Spoken = {
	title: string;
	/** The items around the highlighted one; each says its place in the list. */
	items: { text: string; isCurrent: boolean }[];
	paragraphs: string[];
	/** The last thing said: what happened, or which keys there are. */
	status: string;
};

/** A long list is said in parts: this many items with the highlighted one among them. */
const itemsAtOnce = 9;

export function spokenOf(state: State): Spoken {
	const { title, items, paragraphs } = contentOf(state);
	const screen = screenOf(state);
	const index = "index" in screen ? screen.index : 0;
	const { first, count } = listWindow(items.length, index, itemsAtOnce);
	return {
		title,
		items: items.slice(first, first + count).map((item, offset) => ({
			text: `${item()}, ${first + offset + 1} of ${items.length}`,
			isCurrent: first + offset === index,
		})),
		paragraphs,
		status:
			state.notice ??
			`Keys: ${usefulHints(state)
				.flatMap(({ verb, shown, hint }) => ("top" in screen && verb === "down" ? [] : `${inWords(shown)} ${hint}`))
				.join(", ")}.`,
	};
}

type Parts = { title: string; items: (() => string)[]; paragraphs: string[] };

function contentOf(state: State): Parts {
	const { content } = state;
	const { person, sections } = content.resume;
	const screen = screenOf(state);
	switch (screen.name) {
		case "home": {
			const about = [person.headline, ...person.contacts.map(({ label, text }) => `${label}: ${text}`)];
			return {
				title: `${person.name}, résumé`,
				items: sections.map(
					({ title, entries }) =>
						() =>
							`${title}, ${counted(entries.length, "entry", "entries")}`,
				),
				paragraphs: about.flatMap((text) => text ?? []),
			};
		}

		case "section": {
			const section = sections[screen.section]!;
			return { title: section.title, items: section.entries.map((entry) => () => shortText(entry)), paragraphs: [] };
		}

		case "entry": {
			const section = sections[screen.section]!;
			const place = section.entries.length > 1 ? `, ${screen.entry + 1} of ${section.entries.length}` : "";
			return { title: section.title + place, items: [], paragraphs: entryTexts(section.entries[screen.entry]!) };
		}

		case "search": {
			const { hits } = content.search(screen.query);
			const found = screen.query.trim() === "" ? "type what to look for" : counted(hits.length, "result", "results");
			return {
				title: `Search: ${screen.query}`,
				items: hits.map(
					({ where, text }) =>
						() =>
							`${text}, in ${where.replaceAll(/ [›·] /g, ", ")}`,
				),
				paragraphs: [found],
			};
		}

		case "timeline":
			return {
				title: "Timeline, in the order things began",
				items: content.timeline().rows.map(
					({ label, dates }) =>
						() =>
							`${label}, ${dates}`,
				),
				paragraphs: [],
			};
		case "links":
			return {
				title: "Links",
				items: content.links().map(
					({ label, where, url }) =>
						() =>
							`${where}: ${label}, ${url}`,
				),
				paragraphs: [],
			};
		case "card":
			return { title: "Card", items: [], paragraphs: cardTexts(state) };
		case "help":
			return { title: "Help", items: [], paragraphs: helpLines(unwrapped).map((line) => inWords(lineText(line))) };
	}
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const shortText = ({ label, title, dates }: Entry) =>
	[label, ...(title === label ? [] : [title]), ...(dates === undefined ? [] : [dates.text])].join(", ");

/** Wide enough that nothing is wrapped: a screen reader reads paragraphs. */
const unwrapped = 100_000;

function entryTexts(entry: Entry): string[] {
	const { title, dates } = entry;
	const rest = entryLines({ ...entry, title: "", dates: undefined, details: [] }, { columns: unwrapped });
	return [
		[title, ...(dates === undefined ? [] : [dates.text])].join(", "),
		detailsText(entry).replaceAll(" · ", ", "),
		...rest.map((line) =>
			lineText(line)
				.replace(/^\s*[•◦] /, "")
				.trim(),
		),
	].filter((text) => text !== "");
}

/** The card without its code, which says nothing aloud. */
const cardTexts = (state: State) =>
	textLines(state)
		.map(({ pieces }) =>
			pieces
				.filter(({ role }) => role !== "code")
				.map(({ text }) => text)
				.join("")
				.trim(),
		)
		.filter((text) => text !== "");

const words: Record<string, string> = {
	"↑": "up",
	"↓": "down",
	"←": "left",
	"→": "right",
	"/": "slash",
	"?": "question mark",
	"[": "left bracket",
	"]": "right bracket",
};

/** The keys by their names: a screen reader leaves arrows and punctuation out. */
const inWords = (keys: string): string =>
	keys
		.replace("↑↓", "up and down")
		.split(" ")
		.map((word) => words[word] ?? word)
		.join(" ")
		.replace(/ {2,}/g, ": ");
