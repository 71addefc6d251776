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
import { plainWidth } from "./plain.mjs";
import { areRunsPrintable, sequence } from "./sequences.mjs";
import stringWidth from "./string-width.mjs";

// Shared by all frames and all visitors: a text has the same lines for everyone. Bounded in number and in length.
const longest = 2000;
const knownTexts = new QuickLRU({ maxSize: 4096 });
const knownSequences = new QuickLRU({ maxSize: 512 });

/**
 * The lines of a text as Ink writes them: each with its own opening and closing sequences, in the shortest form.
 *
 * @typedef {{ text: string, width: number, isPlain: boolean, runs: { text: string, codes: object[] }[] }} Line
 *   width: in columns; isPlain: each character takes what its range says; runs: the text by its styles, known of plain
 *   lines
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
	if (!areRunsPrintable(text)) {
		return readCharacters(text);
	}
	const parts = text.split(sequence);
	const sequences = text.match(sequence) ?? [];
	const lines = [[]];
	let codes = [];
	for (const [index, part] of parts.entries()) {
		for (const [row, run] of part.split("\n").entries()) {
			if (row > 0) {
				lines.push([]);
			}
			if (run !== "") {
				lines.at(-1).push({ text: run, codes });
			}
		}
		if (index < sequences.length) {
			for (const token of tokensOf(sequences[index])) {
				codes = reduceAnsiCodesIncremental(codes, [token]);
			}
		}
	}
	return lines.map(joinRuns);
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
		return { text: line, width: stringWidth(line), isPlain: false, runs: [] };
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

/**
 * A plain line of these runs.
 *
 * @returns {Line}
 */
export function joinRuns(runs) {
	if (runs.every(({ codes }) => codes.length === 0)) {
		const text = runs.map((run) => run.text).join("");
		return { text, width: plainWidth(text), isPlain: true, runs };
	}
	let text = "";
	let width = 0;
	let before = [];
	for (const run of runs) {
		text +=
			(text === "" ? ansiCodesToString(run.codes) : ansiCodesToString(diffAnsiCodes(before, run.codes))) + run.text;
		width += plainWidth(run.text);
		before = run.codes;
	}
	return { text: text + ansiCodesToString(diffAnsiCodes(before, [])), width, isPlain: true, runs };
}

/**
 * What a line shows from one column up to another.
 *
 * @returns {Line | undefined} undefined where that is not known without looking at each character
 */
export function cutLine({ isPlain, runs }, from, to) {
	if (!isPlain) {
		return undefined;
	}
	const kept = [];
	let column = 0;
	for (const { text, codes } of runs) {
		const width = plainWidth(text);
		const [start, end] = [Math.max(0, from - column), Math.min(width, to - column)];
		if (start === 0 && end === width) {
			kept.push({ text, codes });
		} else if (start < end) {
			if (width !== text.length) {
				return undefined;
			}
			kept.push({ text: text.slice(start, end), codes });
		}
		column += width;
	}
	return joinRuns(kept);
}
