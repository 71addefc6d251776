import { described } from "../quote.ts";
import type { Slip } from "./parsed.ts";
import type { YamlAlias, YamlScalar } from "./yaml-nodes.ts";

/** What a text without quotes can't begin with (YAML 1.2.2 §7.3.3). */
const indicators = /^[*&!|>%@`,\]}#?]/;

/**
 * What is meant by an error of the parser: mostly a text that needs quotes.
 * @param reason the parser's own.
 */
export function explain(text: string, offset: number, reason: string): Slip {
	const { value, start } = valueAround(text, offset);
	if (offset >= start && value !== "") {
		const [first] = value;
		if (indicators.test(value) || /^(?:\[[^\]]*\]|\{[^}]*\})[ \t]*[^\s#]/.test(value)) {
			return { offset: start, message: `a text without quotes can't begin with ${first}`, fix: inQuotes(value) };
		}

		if (/^(["']).*\1[ \t]*[^\s#]/.test(value)) {
			return { offset, message: "there is more after the closing quote", fix: "put the whole text in quotes" };
		}

		if (/^[^"'[{].*:[ \t]/.test(value)) {
			return { offset, message: 'a text without quotes can\'t have ": " in it', fix: "put the whole text in quotes" };
		}
	}

	const [message, fix] = clearer[reason] ?? [reason, usualFix];
	return { offset, message, fix };
}

const usualFix = "check the indentation, and put text with : # or quotes in it in quotes";

/** What the parser says in its own terms, or of a mistake that is more often another. */
const clearer: Record<string, [message: string, fix: string]> = {
	"unexpected end of the stream within a flow collection": ["a bracket that was opened isn't closed", "close it"],
	"unexpected end of the stream within a single quoted scalar": ["a quote that was opened isn't closed", "close it"],
	"unexpected end of the stream within a double quoted scalar": ["a quote that was opened isn't closed", "close it"],
	"deficient indentation": [
		"a bracket or a quote before this isn't closed, or this line is indented too little",
		usualFix,
	],
	"tab characters must not be used in indentation": ["YAML isn't indented with tabs", "use spaces"],
	"bad indentation of a mapping entry": ["this line isn't indented as the lines before it", usualFix],
	"bad indentation of a sequence entry": ["this item isn't indented as the items before it", usualFix],
};

/** An alias of nothing: a text that begins with `*`, if there is more than a name. */
export function explainAlias(text: string, offset: number, name: string): Slip {
	const { value } = valueAround(text, offset);
	return /^\*[\w-]+$/.test(value)
		? {
				offset,
				message: `there is no anchor &${name} before this alias`,
				fix: `write the value itself, or ${inQuotes(value)}`,
			}
		: { offset, message: "a text without quotes can't begin with *", fix: inQuotes(value) };
}

const inQuotes = (value: string) => `put it in quotes: ${described(value)}`;

/** The value on the line of an offset: what follows the hyphens and a key. */
function valueAround(text: string, offset: number): { value: string; start: number } {
	const from = text.lastIndexOf("\n", offset - 1) + 1;
	const [line = ""] = /^[^\r\n]*/.exec(text.slice(from)) ?? [];
	const [lead = ""] =
		/^[ \t]*(?:-[ \t]+)*(?:(?:"[^"]*"|'[^']*'|[^\s"'[{*&!|>%@`,\]}#?:-][^:#]*):[ \t]+)?/.exec(line) ?? [];
	return { value: line.slice(lead.length).trimEnd(), start: from + lead.length };
}

/** Words that YAML leaves out without an error: after `#`, and those that begin with `&` or `!`. */
export function losses(text: string, scalars: readonly YamlScalar[], aliases: readonly YamlAlias[]): Slip[] {
	const used = new Set(aliases.map(({ name }) => name));
	return scalars.flatMap((scalar): Slip[] => {
		// A comment is mostly set apart by a blank: "# so", not "#1".
		const hash = scalar.at === undefined ? /^[\s:-]*[:-][ \t]+(?=#[^\s#!])/ : /^[ \t]+(?=#[^\s#!])/;
		const [gap] = (scalar.isPlain && hash.exec(text.slice(scalar.end))) || [];
		if (gap !== undefined) {
			const offset = scalar.end + gap.length;
			return [{ offset, message: "YAML ignores what follows #", fix: inQuotes(valueAround(text, offset).value) }];
		}

		const { value, start } = valueAround(text, scalar.at ?? scalar.end);
		const [, anchor] = /^&([^\s,[\]{}]+)/.exec(value) ?? [];
		const isBefore = scalar.at === undefined || scalar.at > start;
		const isLost = anchor === undefined ? /^![^!<]/.test(value) : !used.has(anchor);
		return isBefore && isLost
			? [{ offset: start, message: `YAML leaves out a word that begins with ${value[0]}`, fix: inQuotes(value) }]
			: [];
	});
}
