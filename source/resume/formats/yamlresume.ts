import { isObject, type Json } from "../document.ts";
import { each, type ForeignFormat, filled, isoDate, renamed } from "./format.ts";

/** YAMLResume (https://yamlresume.dev/docs/compiler/schema): `content:`, JSON Resume's sections with bullets in their summaries. */
export const yamlResume: ForeignFormat = {
	name: "YAMLResume",
	isFormatOf: ({ content, basics }) =>
		basics === undefined &&
		isObject(content) &&
		(isObject(content.basics) || "work" in content || "education" in content),
	toJsonResume: ({ content, locale }) => {
		const { basics, location, profiles, ...sections } = content as Json;
		return filled({
			basics: filled({
				...renamed(isObject(basics) ? basics : {}, { headline: "label" }),
				...plainSummary(basics),
				location,
				profiles,
			}),
			...Object.fromEntries(
				Object.entries(sections).map(([name, value]) => [name, each(value, (entry) => toEntry(name, entry))]),
			),
			meta: filled({ language: isObject(locale) ? locale.language : undefined }),
		});
	},
};

function toEntry(section: string, entry: Json): Json {
	const { summary, startDate, endDate, date, releaseDate, ...rest } = renamed(entry, { degree: "studyType" });
	const { paragraphs, bullets } = parts(summary);
	return filled({
		...rest,
		startDate: isoDate(startDate),
		endDate: isoDate(endDate),
		date: isoDate(date),
		releaseDate: isoDate(releaseDate),
		[section === "references" ? "reference" : "summary"]: paragraphs,
		highlights: bullets,
	});
}

const plainSummary = (basics: unknown): Json => {
	const { paragraphs, bullets } = parts(isObject(basics) ? basics.summary : undefined);
	return filled({ summary: [paragraphs, ...bullets].filter((text) => text !== undefined).join("\n") });
};

/** The lines of a summary that begin with a hyphen or an asterisk, and the others. */
function parts(summary: unknown): { paragraphs: unknown; bullets: string[] } {
	if (typeof summary !== "string") {
		return { paragraphs: summary, bullets: [] };
	}

	const lines = summary.split("\n");
	const isBullet = (line: string) => /^\s*[-*+]\s+\S/.test(line);
	const bullets: string[] = [];
	const others: string[] = [];
	for (const line of lines) {
		if (isBullet(line)) {
			bullets.push(line.replace(/^\s*[-*+]\s+/, "").trim());
		} else if (/^\s+\S/.test(line) && bullets.length > 0) {
			// A bullet that goes on on the next line.
			bullets.push(`${bullets.pop()} ${line.trim()}`);
		} else {
			others.push(line);
		}
	}

	return { paragraphs: others.join("\n").trim() || undefined, bullets };
}
