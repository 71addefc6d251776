import { isObject, type Json } from "../document.ts";
import { each, type ForeignFormat, filled, firstText, isoDate, items, renamed } from "./format.ts";
import { profileUrl } from "./profiles.ts";

/** RenderCV (https://docs.rendercv.com/user_guide/yaml_input_structure/): `cv:`, with entries of nine types in named sections. */
export const renderCv: ForeignFormat = {
	name: "RenderCV",
	isFormatOf: ({ cv }) => isObject(cv) && (isObject(cv.sections) || "social_networks" in cv || "name" in cv),
	toJsonResume: ({ cv, locale }) => {
		const { sections, ...person } = cv as Json;
		const summaries: unknown[] = [];
		const lists = new Map<string, unknown[]>();
		const headings: Json[] = [];
		for (const [key, value] of isObject(sections) ? Object.entries(sections) : []) {
			const entries = items(value);
			if (/^(?:summary|about(?:[ _]me)?|profile|objective)$/i.test(key) && entries.every(isText)) {
				summaries.push(...entries);
				continue;
			}

			const source = sourceOf(key, entries, lists);
			headings.push({ title: titleOf(key), source });
			lists.set(
				source,
				entries.map((entry) => (isObject(entry) ? toEntry(entry, source) : entry)),
			);
		}

		return filled({
			basics: toBasics(person, summaries),
			...Object.fromEntries(lists),
			meta: filled({ sections: headings, language: languageOf(locale) }),
		});
	},
};

const isText = (value: unknown) => typeof value === "string";

function toBasics(person: Json, summaries: unknown[]): Json {
	const { location, phone, social_networks, custom_connections, ...rest } = person;
	const profiles = [
		...each(social_networks, ({ network, username, ...more }) =>
			filled({ network, username, url: profileUrl(network, username), ...more }),
		),
		...each(custom_connections, ({ placeholder, url }) => filled({ network: "Web", username: placeholder, url })),
	];
	return filled({
		...renamed(rest, { headline: "label", website: "url", photo: "image" }),
		phone: typeof phone === "string" ? phone.replace(/^tel:/, "") : phone,
		location: typeof location === "string" ? { city: location } : location,
		summary: summaries.join("\n\n"),
		profiles,
	});
}

type Has = (field: string) => boolean;

/** How a section of the standard is recognised: by its title, or by the fields of its entries. */
const kinds: readonly [section: string, isKind: (title: string, has: Has) => boolean][] = [
	["volunteer", (title) => /^volunteer/i.test(title)],
	["work", (_, has) => has("company")],
	["education", (_, has) => has("institution")],
	["publications", (_, has) => has("authors") || has("journal")],
	["languages", (title, has) => has("label") && /language/i.test(title)],
	["skills", (_, has) => has("label")],
	["projects", (title) => /^projects$/i.test(title)],
	["awards", (title) => /^awards$/i.test(title)],
	["certificates", (title) => /^certificat/i.test(title)],
	["interests", (title) => /^interests$/i.test(title)],
	["references", (title) => /^references$/i.test(title)],
];

/** The section of the standard that the entries belong to, the first of each kind; else one under its own title. */
function sourceOf(title: string, entries: unknown[], taken: ReadonlyMap<string, unknown>): string {
	const has: Has = (field) => entries.some((entry) => isObject(entry) && field in entry);
	const section = kinds.find(([, isKind]) => isKind(title, has))?.[0] ?? title;
	const isFree = (name: string) => !taken.has(name) && name !== "basics" && name !== "meta";
	return [section, title].find(isFree) ?? `${title} section`;
}

function toEntry(entry: Json, source: string): unknown {
	const line = entry.bullet ?? entry.number ?? entry.reversed_number;
	if (line !== undefined) {
		return line;
	}

	const { label, details, authors, start_date, end_date, date, ...rest } = entry;
	const words = firstText(details);
	return filled({
		...(label === undefined ? {} : oneLine(source, label, words)),
		...renamed(rest, {
			company: source === "volunteer" ? "organization" : "name",
			degree: "studyType",
			...(source === "awards" ? { name: "title" } : {}),
			...(source === "publications" ? { title: "name" } : {}),
		}),
		// The owner's name is in bold there; an asterisk after a name means something else here.
		authors: Array.isArray(authors)
			? authors.map((name) => (typeof name === "string" ? name.replace(/^\*+|\*+$/g, "") : name))
			: authors,
		startDate: isoDate(start_date),
		endDate: /^present$/i.test(String(end_date)) ? undefined : isoDate(end_date),
		[source === "publications" ? "releaseDate" : "date"]: start_date === undefined ? isoDate(date) : undefined,
	});
}

function oneLine(source: string, label: unknown, details: string | undefined): Json {
	if (source === "languages") {
		return filled({ language: label, fluency: details });
	}

	return filled({ name: label, keywords: details?.split(/\s*[,;]\s+(?![^(]*\))/) });
}

/** As RenderCV writes it: "selected_honors" is "Selected Honors", and a title of its own stays. */
const titleOf = (key: string): string =>
	/[A-Z\s]/.test(key)
		? key
		: key.replaceAll("_", " ").replace(/(?<![\p{L}\p{N}'])\p{L}/gu, (letter) => letter.toUpperCase());

const languageOf = (locale: unknown): unknown => {
	const language = isObject(locale) ? locale.language : locale;
	return typeof language === "string" && /^[a-z]{2}(?:[-_][A-Za-z]+)?$/.test(language) ? language : undefined;
};
