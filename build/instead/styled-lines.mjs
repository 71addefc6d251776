// What Ink finds out about a text character by character, found run by run: a run is plain text in one style.
import {
	ansiCodesToString,
	diffAnsiCodes,
	reduceAnsiCodesIncremental,
	styledCharsFromTokens,
	styledCharsToString,
	tokenize,
} from "@alcalzone/ansi-tokenize";
import QuickLRU from "quick-lru";
import { isPrintable, plainWidth } from "./plain.mjs";
import stringWidth from "./string-width.mjs";

// The sequences that change a style, as @alcalzone/ansi-tokenize reads them: SGR and OSC 8. Any other is not for here.
const sequence =
	/\u001B(?:\[[\d;]*m|\]8;[^;\u0000-\u001F\u007F-\u009F]*;[^\u0000-\u001F\u007F-\u009F]*(?:\u0007|\u001B\\))/g;

// Shared by all frames and all visitors: a text has the same lines for everyone. Bounded in number and in length.
const longest = 2000;
const knownTexts = new QuickLRU({ maxSize: 4096 });
const knownSequences = new QuickLRU({ maxSize: 512 });

/**
 * The lines of a text as Ink writes them: each with its own opening and closing sequences, in the shortest form.
 *
 * @typedef {{ text: string, width: number, isPlain: boolean, isStyledFirst: boolean, isStyledLast: boolean }} Line
 *   width: in columns; isPlain: each character takes what its range says; isStyledFirst, isStyledLast: whether the first
 *   and the last character have a style, known of plain lines
 * @returns {Line[]}
 */
export function styledLines(text) {
	if (text.length > longest) {
		return read(text);
	}
	let lines = knownTexts.get(text);
	if (lines === undefined) {
		lines = read(text);
		knownTexts.set(text, lines);
	}
	return lines;
}

function read(text) {
	const parts = text.split(sequence);
	if (!parts.every((part) => part.split("\n").every(isPrintable))) {
		return readCharacters(text);
	}
	if (parts.length === 1) {
		return text.split("\n").map((line) => ({ ...startLine(), text: line, width: plainWidth(line) }));
	}
	const sequences = text.match(sequence);
	const lines = [startLine()];
	let codes = [];
	for (const [index, part] of parts.entries()) {
		for (const [row, run] of part.split("\n").entries()) {
			if (row > 0) {
				endLine(lines.at(-1));
				lines.push(startLine());
			}
			if (run !== "") {
				addRun(lines.at(-1), run, codes);
			}
		}
		if (index < sequences.length) {
			for (const token of tokensOf(sequences[index])) {
				codes = reduceAnsiCodesIncremental(codes, [token]);
			}
		}
	}
	endLine(lines.at(-1));
	return lines;
}

/** The way Ink does it, for text that is not plain. */
function readCharacters(text) {
	const lines = [[]];
	for (const character of styledCharsFromTokens(tokenize(text))) {
		if (character.value === "\n") {
			lines.push([]);
		} else if (!/^\p{Default_Ignorable_Code_Point}+$/u.test(character.value)) {
			lines.at(-1).push(character);
		}
	}
	return lines.map((characters) => {
		const line = styledCharsToString(characters);
		return { ...startLine(), text: line, width: stringWidth(line), isPlain: false };
	});
}

function tokensOf(code) {
	let tokens = knownSequences.get(code);
	if (tokens === undefined) {
		tokens = tokenize(code);
		knownSequences.set(code, tokens);
	}
	return tokens;
}

function startLine() {
	return { text: "", width: 0, isPlain: true, isStyledFirst: false, isStyledLast: false, codes: undefined };
}

function addRun(line, run, codes) {
	if (line.codes === undefined) {
		line.isStyledFirst = codes.length > 0;
		line.text = ansiCodesToString(codes);
	} else {
		line.text += ansiCodesToString(diffAnsiCodes(line.codes, codes));
	}
	line.text += run;
	line.width += plainWidth(run);
	line.isStyledLast = codes.length > 0;
	line.codes = codes;
}

function endLine(line) {
	line.text += ansiCodesToString(diffAnsiCodes(line.codes ?? [], []));
	delete line.codes;
}
