import { cleanLine } from "../clean.ts";
import { isObject, type Json, type Oddity, oddityText, placeText, Refusal, within } from "../document.ts";
import { type Examined, examine } from "../examine.ts";
import { decoderFor, interpret } from "../interpret.ts";
import type { Decode } from "../normalise/html.ts";
import { parseText } from "../parse/index.ts";
import type { Parsed, SyntaxProblem } from "../parse/parsed.ts";
import { readText } from "../parse/read.ts";
import { mayHoldPaths, repeatedPaths } from "../privacy/index.ts";
import { variantsOf } from "../translations/variants.ts";
import { checkEntries } from "./entries.ts";
import type { Finding } from "./findings.ts";
import { atForeignPlaces } from "./foreign.ts";
import { checkMeta } from "./meta.ts";
import { checkNames } from "./names.ts";
import { checkPlaceholders } from "./placeholders.ts";
import { checkSchema } from "./schema.ts";
import { checkWords } from "./words.ts";

/** A finding at its place in the file. */
export type Problem = {
	/** An error breaks the rules of the language or of JSON Resume; a warning is legal and looks wrong. */
	severity: "error" | "warning";
	/** Both from 1; the column in UTF-16 units. */
	line: number;
	column: number;
	/** "work[0].endDate"; empty for the document as a whole. */
	path: string;
	message: string;
	fix: string;
};

export type ValidateOptions = {
	/** What counts as the future: the one place in which the program asks for the day. */
	now: Date;
};

/**
 * Every problem of a résumé file at once, in the order of the file: syntax, the official schema of JSON Resume 1.0
 * (draft-07, by ajv), and what is legal but looks wrong.
 * @param path `-` is standard input.
 * @throws {UserError} if the file can't be read at all.
 */
export async function validate(path: string, { now }: ValidateOptions): Promise<Problem[]> {
	const text = await readText(path);
	const parsed = await parseText(path, text);
	const findings = parsed.problems.length > 0 ? [] : await findingsOf(parsed, text, now);
	return [
		...parsed.problems.map((problem) => atPosition("error", problem)),
		...parsed.notes.map((note) => atPosition("warning", note)),
		...repeatedKeys(parsed),
		...findings.map((finding) => toProblem(finding, parsed)),
	].sort((a, b) => a.line - b.line || a.column - b.column);
}

const atPosition = (severity: Problem["severity"], { line, column, message, fix }: SyntaxProblem): Problem => ({
	severity,
	line,
	column,
	path: "",
	message: cleanLine(message),
	fix: cleanLine(fix),
});

function toProblem({ severity, place, at = "value", message, fix }: Finding, parsed: Parsed): Problem {
	const path = cleanLine(placeText(place));
	return { severity, ...parsed.locate(place, at), path, message: cleanLine(message), fix: cleanLine(fix) };
}

const repeatedKeys = ({ repeated }: Parsed): Problem[] =>
	repeated.map(({ place, position }) => ({
		severity: mayHoldPaths(place) ? "error" : "warning",
		...position,
		path: cleanLine(placeText(place)),
		...(mayHoldPaths(place)
			? repeatedPaths
			: { message: "duplicate key; only the last is used", fix: "join them, or remove all but one" }),
	}));

async function findingsOf(parsed: Parsed, text: string, now: Date): Promise<Finding[]> {
	const { value, examined } = examineValue(parsed);
	if (!("document" in examined)) {
		return [{ severity: "error", ...examined }];
	}

	const { document, root, oddities, refused: unclear, said } = examined;
	const context = { decode: await decoderFor(text), now };
	// What the loader refuses, since it may be what is to be hidden, whatever else is to be said of the same place.
	const refused = unclear.map((oddity): Finding => ({ severity: "error", ...oddity }));
	const known: Finding[] = [
		...said.map((oddity): Finding => ({ severity: "warning", ...oddity })),
		...checkMeta(document),
		...checkPlaceholders(document),
	];
	const own = await findingsIn(document, oddities, checkWords(parsed), context);
	const theirs = await Promise.all(
		variantsOf(document).map(async ({ place, variant }) =>
			(await findingsIn(variant, [], [], context)).map((finding) => within(place, finding)),
		),
	);
	const all = [...refused, ...unless(refused, own), ...unless([...refused, ...own], known), ...theirs.flat()];
	const placed = isObject(value) ? atForeignPlaces(all, value, document) : all;
	return placed.map((finding) => within(root, finding));
}

/** Those of a document, or of what it has for another language. */
async function findingsIn(
	document: Json,
	oddities: readonly Oddity[],
	words: readonly Finding[],
	{ decode, now }: { decode: Decode | undefined; now: Date },
): Promise<Finding[]> {
	const { oddities: interpreted } = await interpret(document, undefined, decode);
	const shown = agreed([...oddities, ...interpreted], [...checkSchema(document), ...words]);
	const others = [...checkEntries(document, now), ...checkNames(document)];
	return [...shown, ...unless(shown, others)];
}

/**
 * What the loader notes, in its words, an error if the schema refuses the same place; and what the schema alone knows.
 * So every problem counted while the document is shown is listed here.
 */
function agreed(noted: readonly Oddity[], refused: readonly Finding[]): Finding[] {
	const severities = new Map(refused.map(({ place, severity }) => [placeText(place), severity]));
	const own = noted.map(
		(oddity): Finding => ({
			// Of the document as a whole, no other tool reads it.
			severity: oddity.place.length === 0 ? "error" : (severities.get(placeText(oddity.place)) ?? "warning"),
			...oddity,
		}),
	);
	const places = new Set(own.map(({ place }) => placeText(place)));
	const rest = refused.filter(({ place }) => !places.has(placeText(place)));
	// A value that is read twice, such as a date, is noted twice.
	return [...new Map([...own, ...rest].map((finding) => [oddityText(finding), finding])).values()];
}

/** Those of the others about whose value, and those around it, nothing is said yet. */
function unless(said: Finding[], others: Finding[]): Finding[] {
	const places = new Set(said.map(({ place }) => placeText(place)));
	return others.filter(({ place }) => !place.some((_, index) => places.has(placeText(place.slice(0, index + 1)))));
}

/** What the file holds, as the loader sees it; why there is nothing if it isn't a résumé, or grows without measure. */
function examineValue(parsed: Parsed): { value?: unknown; examined: Examined | Oddity } {
	let value: unknown;
	try {
		value = parsed.toValue({ keepsWords: true });
	} catch {
		const message = "its aliases or its nesting grow without limit";
		return { examined: { place: [], message, fix: "write them out" } };
	}

	try {
		return { value, examined: examine(value) };
	} catch (error) {
		if (error instanceof Refusal) {
			return { examined: error.oddity };
		}

		throw error;
	}
}
