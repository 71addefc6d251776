import type { Resume } from "../resume/model.ts";

/** The signs that printed text is built of. */
export type Glyphs = { bullets: readonly string[]; separator: string; rule: string };

export const unicodeGlyphs: Glyphs = { bullets: ["•", "–", "▪"], separator: " · ", rule: "─" };
export const asciiGlyphs: Glyphs = { bullets: ["*", "-", "+"], separator: " | ", rule: "-" };

const asciiOf: Record<string, string> = {
	"‐": "-",
	"‑": "-",
	"‒": "-",
	"–": "-",
	"—": "-",
	"―": "-",
	"−": "-",
	"‘": "'",
	"’": "'",
	"‚": "'",
	"“": '"',
	"”": '"',
	"„": '"',
	"«": '"',
	"»": '"',
	"…": "...",
	"•": "*",
	"·": "-",
	"\u00A0": " ",
	"\u2009": " ",
	"\u202F": " ",
	"→": "->",
};

const replaceable = new RegExp(`[${Object.keys(asciiOf).join("")}]`, "g");

/** Typographic signs as plain ASCII ones; letters stay what they are, in whatever writing system. */
export function toAscii(text: string): string {
	return text.replace(replaceable, (sign) => asciiOf[sign]!);
}

/** The résumé with plain ASCII signs in all its texts; addresses stay as they are. */
export function asciiResume(resume: Resume): Resume {
	return mapTexts(resume) as Resume;
}

function mapTexts(value: unknown): unknown {
	if (typeof value === "string") {
		return toAscii(value);
	}

	if (Array.isArray(value)) {
		return value.map(mapTexts);
	}

	if (typeof value !== "object" || value === null) {
		return value;
	}

	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [key, key === "url" || key === "href" ? inner : mapTexts(inner)]),
	);
}
