import type { Entry } from "../../resume/model.ts";
import { widthOf } from "../../text/width.ts";
import type { Hint } from "../keymap.ts";
import { screenOf } from "../moves/layers.ts";
import { textHeight, textLines } from "../moves/measure.ts";
import type { State } from "../state.ts";
import { glyphs } from "../theme.ts";
import { chooseHints, usefulHints } from "./footer-line.ts";
import type { Line } from "./lines.ts";

/**
 * What a screen reader is given instead of a picture: everything in words, in the order it is read. It never has more
 * lines than the terminal: what scrolled away could not be taken back, and would be read again.
 */
export type Spoken = {
	title: string;
	paragraphs: string[];
	/** The highlighted item and its place in the list: moving reads the list item by item. */
	item?: string;
	/** The last thing said: what happened, or which keys there are. */
	status: string;
};

/** Lines that the title, the item and the status need; the last two may take two each. */
const otherLines = 5;

export function spokenOf(state: State): Spoken {
	const { title, items, paragraphs } = contentOf(state);
	const screen = screenOf(state);
	const { columns, rows } = state.size;
	const index = "index" in screen ? screen.index : 0;
	const item = items[index];
	return {
		title,
		paragraphs: paragraphs.slice(0, Math.max(1, rows - otherLines)),
		...(item !== undefined && { item: `${item()}, ${index + 1} of ${items.length}` }),
		status: state.notice ?? keysInWords(state, columns * 2),
	};
}

const keysInWords = (state: State, columns: number): string => {
	const lead = "Keys: ";
	const words = ({ shown, hint }: Hint) => `${inWords(shown)} ${hint}`;
	const chosen = chooseHints(usefulHints(state), columns - lead.length, (hint) => widthOf(words(hint)));
	return lead + chosen.map(words).join(", ");
};

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
			const count = counted(section.entries.length, "entry", "entries");
			return {
				title: `${section.title}, ${count}`,
				items: section.entries.map((entry) => () => shortText(entry)),
				paragraphs: [],
			};
		}

		case "entry": {
			const section = sections[screen.section]!;
			const place = section.entries.length > 1 ? `, ${screen.entry + 1} of ${section.entries.length}` : "";
			return { title: section.title + place + linesInView(state), items: [], paragraphs: textInView(state) };
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
							`${where}: ${label}${url.endsWith(label) ? "" : `, ${url}`}`,
				),
				paragraphs: [],
			};
		case "card":
			return { title: `Card${linesInView(state)}`, items: [], paragraphs: textInView(state) };
		case "help":
			return { title: `Help${linesInView(state)}`, items: [], paragraphs: textInView(state).map(inWords) };
	}
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const shortText = ({ label, title, dates }: Entry) =>
	[label, ...(title === label ? [] : [title]), ...(dates === undefined ? [] : [dates.text])].join(", ");

/** The lines of a text that are in view, without the card's code, which says nothing aloud. */
const textInView = (state: State): string[] =>
	visibleLines(state)
		.map(spokenLine)
		.filter((text) => text !== "");

function visibleLines(state: State): Line[] {
	const screen = screenOf(state);
	return "top" in screen ? textLines(state).slice(screen.top, screen.top + textHeight(state)) : [];
}

function spokenLine({ pieces }: Line): string {
	const [first] = pieces;
	const isKey = first?.role === "key";
	const isLink = isKey && /^\d+ $/.test(first.text);
	const text = pieces
		.filter(({ role }) => role !== "code")
		.map((piece) => piece.text)
		.join("")
		.trimEnd()
		.replaceAll(" · ", ", ")
		.replaceAll(glyphs.nestedBullet, glyphs.bullet)
		.replace(/(?<=\S) {2,}/g, isKey && !isLink ? ": " : ", ");
	return isLink ? `link ${text}` : text;
}

function linesInView(state: State): string {
	const screen = screenOf(state);
	const total = textLines(state).length;
	const rows = textHeight(state);
	return "top" in screen && total > rows
		? `, lines ${screen.top + 1} to ${Math.min(total, screen.top + rows)} of ${total}`
		: "";
}

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
		.replace("[ ]", "left and right bracket")
		.split(" ")
		.map((word) => words[word] ?? word)
		.join(" ");
