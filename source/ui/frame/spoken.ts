import { widthOf } from "../../text/width.ts";
import { specOf } from "../screens/index.ts";
import type { SpokenBody } from "../screens/screen.ts";
import type { Hint } from "../state/keymap.ts";
import { screenOf } from "../state/layers.ts";
import type { State } from "../state/state.ts";
import { glyphs } from "../theme.ts";
import { chooseHints, saidIn, usefulHints } from "./footer.ts";
import { bodyOf } from "./frame.ts";
import type { Line } from "./line.ts";

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
	const { columns, rows } = state.size;
	const { isLong, title, paragraphs, items = [] } = spokenBody(state);
	const screen = screenOf(state);
	const index = "index" in screen ? screen.index : 0;
	const item = items[index];
	return {
		title,
		paragraphs: paragraphs.slice(0, Math.max(1, rows - otherLines)),
		...(item !== undefined && { item: `${item()}, ${index + 1} of ${items.length}` }),
		status: saidIn(state) ?? keysInWords(usefulHints(state, isLong), columns * 2),
	};
}

function spokenBody(state: State): SpokenBody & { isLong: boolean } {
	const screen = screenOf(state);
	const spec = specOf(screen);
	if (spec.kind !== "text") {
		return { ...spec.spoken(state, screen), isLong: true };
	}

	const { text, rows } = bodyOf(state);
	const top = "top" in screen ? screen.top : 0;
	const isLong = text.length > rows;
	const lines = `, lines ${top + 1} to ${Math.min(text.length, top + rows)} of ${text.length}`;
	return {
		title: spec.spokenTitle(state, screen) + (isLong ? lines : ""),
		paragraphs: text
			.slice(top, top + rows)
			.map(spokenLine)
			.filter((line) => line !== ""),
		isLong,
	};
}

function keysInWords(hints: Hint[], columns: number): string {
	const lead = "Keys: ";
	const words = ({ shown, hint }: Hint) => `${inWords(shown)} ${hint}`;
	return (
		lead +
		chooseHints(hints, columns - lead.length, (hint) => widthOf(words(hint)))
			.map(words)
			.join(", ")
	);
}

/** A line as it is read, without the card's code, which says nothing aloud. */
function spokenLine({ pieces }: Line): string {
	const [first] = pieces;
	const isKey = first?.role === "key";
	const isLink = isKey && /^\d+ $/.test(first.text);
	const text = pieces
		.filter(({ role }) => role !== "code")
		.map((piece) => (isKey && !isLink && piece === first ? inWords(piece.text) : piece.text))
		.join("")
		.trimEnd()
		.replaceAll(" · ", ", ")
		.replaceAll(glyphs.nestedBullet, glyphs.bullet)
		.replace(/(?<=\S) {2,}/g, isKey && !isLink ? ": " : ", ");
	return isLink ? `link ${text}` : text;
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
