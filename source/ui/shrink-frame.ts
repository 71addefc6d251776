/**
 * A frame in fewer bytes, the same on the screen: over a slow link, bytes are what one waits for. Ink sets and resets
 * each style around each piece of text, whether there is text to be seen in it or not, and moves down line by line;
 * here styles are set when something is drawn in them, all in one sequence, moves in a row are one move, and blanks
 * on what was just erased are a move as well.
 */

/** What is set, by slot: the code that sets it (ECMA-48 §8.3.117). */
type Style = Record<Slot, string>;
type Slot = "bold" | "dim" | "italic" | "underline" | "inverse" | "strike" | "colour" | "background";

const plain: Style = {
	bold: "",
	dim: "",
	italic: "",
	underline: "",
	inverse: "",
	strike: "",
	colour: "",
	background: "",
};
const slots = Object.keys(plain) as Slot[];
/** Slots that show on a blank. */
const shownOnBlanks: readonly Slot[] = ["underline", "inverse", "strike", "background"];

const setsSlot: Record<string, Slot> = {
	1: "bold",
	2: "dim",
	3: "italic",
	4: "underline",
	7: "inverse",
	9: "strike",
};
const resetsSlots: Record<string, readonly Slot[]> = {
	"": slots,
	0: slots,
	22: ["bold", "dim"],
	23: ["italic"],
	24: ["underline"],
	27: ["inverse"],
	29: ["strike"],
	39: ["colour"],
	49: ["background"],
};

// SGR · next line, repeated · any other control sequence · a string control (a hyperlink) · text
const tokens =
	/\u001B\[(?<codes>[\d;]*)m|(?<downs>(?:\u001B\[E)+)|(?<control>\u001B\[[0-?]*[ -/]*[@-~]|\u001B\][^\u0007]*\u0007)|(?<text>[^\u001B]+|\u001B)/g;

const downLength = "\u001B[E".length;

export function shrinkFrame(frame: string): string {
	let shrunk = "";
	let drawn = plain;
	let wanted = plain;
	/** Whether all to the right of the cursor, in its line, is blank. */
	let isErased = false;
	const become = (style: Style) => {
		shrunk += transition(drawn, style);
		drawn = style;
	};

	for (const { groups } of frame.matchAll(tokens)) {
		const { codes, downs, control, text } = groups as Record<string, string | undefined>;
		if (codes !== undefined) {
			const next = apply(wanted, codes);
			if (next === undefined) {
				// A style this table does not know: better long than wrong.
				return frame;
			}

			wanted = next;
		} else if (downs !== undefined) {
			isErased = false;
			const count = downs.length / downLength;
			shrunk += count === 1 ? downs : `\u001B[${count}E`;
		} else if (control !== undefined) {
			// Erasing fills with the background that is set; moves and links mind no style.
			if (/[KJ]$/.test(control) && drawn.background !== wanted.background) {
				become(wanted);
			}

			shrunk += control;
			isErased = control === eraseLineEnd || (isErased && control.startsWith("\u001B]"));
		} else if (text !== undefined) {
			if (!isBlank(text) || shownOnBlanks.some((slot) => drawn[slot] !== wanted[slot])) {
				become(wanted);
			}

			const canSkip = isErased && shownOnBlanks.every((slot) => drawn[slot] === "");
			const [first = "", ...rest] = text.split("\n");
			shrunk += [canSkip ? skipBlanks(first) : first, ...rest].join("\n");
			isErased &&= rest.length === 0;
		}
	}

	become(wanted);
	return shrunk;
}

const eraseLineEnd = "\u001B[K";

/** A move to the right takes five or six bytes. */
const skipBlanks = (text: string) => text.replace(/ {7,}/g, (blanks) => `\u001B[${blanks.length}C`);

const isBlank = (text: string) => /^[ \r\n]*$/.test(text);

/** The style after the codes of one sequence; undefined where one of them is not in the tables. */
function apply(style: Style, codes: string): Style | undefined {
	const next = { ...style };
	for (const code of codes.split(";")) {
		const slot =
			setsSlot[code] ??
			(/^(?:3|9)[0-7]$/.test(code) ? "colour" : /^(?:4|10)[0-7]$/.test(code) ? "background" : undefined);
		if (slot !== undefined) {
			next[slot] = code;
		} else if (resetsSlots[code] !== undefined) {
			for (const reset of resetsSlots[code]) {
				next[reset] = "";
			}
		} else {
			return undefined;
		}
	}

	return next;
}

/** The shortest sequence from one style to the other; "" where they are the same. */
function transition(from: Style, to: Style): string {
	const changed = slots.filter((slot) => from[slot] !== to[slot]);
	if (changed.length === 0) {
		return "";
	}

	const all = slots.flatMap((slot) => to[slot] || []);
	const fromPlain = ["", ...all].join(";");
	if (changed.some((slot) => to[slot] === "")) {
		return `\u001B[${fromPlain}m`;
	}

	return `\u001B[${changed.map((slot) => to[slot]).join(";")}m`;
}
