import { glyphs } from "../../theme.ts";
import { specOf } from "../screens/index.ts";
import type { SpokenBody } from "../screens/screen.ts";
import type { Hint } from "../state/keymap.ts";
import { screenOf } from "../state/layers.ts";
import type { State } from "../state/state.ts";
import { messageOf, usefulHints } from "./footer.ts";
import type { Line } from "./line.ts";

/** What a screen reader is given instead of a picture: everything in words, in the order it is read. */
export type Spoken = {
	/** Which screen it is of. */
	screen: string;
	title: string;
	paragraphs: string[];
	/** The highlighted item and its place in the list: moving reads the list item by item. */
	item?: string;
	/** What happened. */
	notice?: string;
	/** Which keys there are. */
	keys: string;
};

export function spokenOf(state: State): Spoken {
	const { title, paragraphs, items = [] } = spokenBody(state);
	const screen = screenOf(state);
	const index = "index" in screen ? screen.index : 0;
	const item = items[index];
	return {
		screen: screen.name,
		title,
		paragraphs,
		...(item !== undefined && { item: `${item()}, ${index + 1} of ${items.length}` }),
		notice: messageOf(state),
		keys: keysInWords(usefulHints(state, false)),
	};
}

/** What is new since what was said before, so that nothing is read twice: the keys once for each screen. */
export function newWords(before: Spoken | undefined, after: Spoken): string[] {
	const isOther = before?.screen !== after.screen;
	const isNew = isOther || before.title !== after.title || before.paragraphs.join("\n") !== after.paragraphs.join("\n");
	return [
		...(isNew ? [after.title, ...after.paragraphs] : []),
		...(after.item !== undefined && (isNew || after.item !== before.item) ? [after.item] : []),
		...(after.notice !== undefined && after.notice !== before?.notice ? [after.notice] : []),
		...(isOther ? [after.keys] : []),
	];
}

/** Wider than any paragraph: the terminal wraps what a screen reader reads. */
const unwrapped = 100_000;

function spokenBody(state: State): SpokenBody {
	const screen = screenOf(state);
	const spec = specOf(screen);
	if (spec.kind !== "text") {
		return spec.spoken(state, screen);
	}

	// All of it: what a screen reader reads doesn't scroll away.
	const text = spec.text(state, screen, { columns: unwrapped, textColumns: unwrapped, rows: state.size.rows });
	return { title: spec.spokenTitle(state, screen), paragraphs: text.map(spokenLine).filter((line) => line !== "") };
}

const keysInWords = (hints: Hint[]): string =>
	`Keys: ${hints.map(({ shown, hint }) => `${inWords(shown)} ${hint}`).join(", ")}`;

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
