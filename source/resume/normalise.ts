import { cleanLine, cleanText } from "./clean.ts";
import type { Author, EntryLink, Highlight, JsonEntry, JsonResume, SectionHeading } from "./json-resume.ts";
import { standardSections } from "./sections.ts";

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
	typeof value === "object" && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const line = (value: unknown): string | undefined => (typeof value === "string" && cleanLine(value)) || undefined;

/** A parsed JSON Resume document in the one shape that `sections.ts` reads. */
export function normalise(document: unknown): JsonResume {
	const root = isObject(document) ? document : {};
	const basics = isObject(root.basics) ? root.basics : {};
	const location = isObject(basics.location) ? basics.location : {};
	const meta = isObject(root.meta) ? root.meta : {};
	const sections = new Map<string, JsonEntry[]>();
	for (const key of [...Object.keys(root).filter((key) => standardSections.includes(key))]) {
		sections.set(key, list(root[key]).filter(isObject).map(toEntry));
	}

	return {
		basics: {
			name: line(basics.name),
			label: line(basics.label),
			email: line(basics.email),
			phone: line(basics.phone),
			url: line(basics.url),
			summary: typeof basics.summary === "string" ? cleanText(basics.summary).trim() || undefined : undefined,
			location: {
				address: line(location.address),
				postalCode: line(location.postalCode),
				city: line(location.city),
				region: line(location.region),
				countryCode: line(location.countryCode),
			},
			profiles: list(basics.profiles)
				.filter(isObject)
				.map((profile) => ({
					network: line(profile.network),
					username: line(profile.username),
					url: line(profile.url),
				})),
		},
		sections,
		headings: list(meta.sections)
			.filter(isObject)
			.map(
				(heading): SectionHeading => ({
					id: line(heading.id) ?? "",
					title: line(heading.title) ?? "",
					source: line(heading.source) ?? "",
				}),
			),
	};
}

const lists = new Set(["highlights", "courses", "keywords", "roles", "links", "authors"]);
const dates = new Set(["startDate", "endDate", "date", "releaseDate", "url", "endDateExpected"]);

function toEntry(entry: Json): JsonEntry {
	const texts: Record<string, string> = {};
	for (const [key, value] of Object.entries(entry)) {
		const text = typeof value === "string" ? cleanText(value).trim() : "";
		if (text !== "" && !lists.has(key) && !dates.has(key)) {
			texts[key] = text;
		}
	}

	const point = line(entry.date) ?? line(entry.releaseDate);
	return {
		texts,
		startDate: line(entry.startDate) ?? point,
		endDate: line(entry.endDate) ?? point,
		endDateExpected: entry.endDateExpected === true,
		url: line(entry.url),
		highlights: list(entry.highlights).flatMap(toHighlight),
		courses: list(entry.courses).flatMap((item) => line(item) ?? []),
		keywords: list(entry.keywords).flatMap((item) => line(item) ?? []),
		roles: list(entry.roles).flatMap((item) => line(item) ?? []),
		links: list(entry.links)
			.filter(isObject)
			.flatMap((link): EntryLink[] => {
				const url = line(link.url);
				return url === undefined ? [] : [{ label: line(link.label) ?? url, url }];
			}),
		authors: list(entry.authors).flatMap((author): Author[] => {
			const name = isObject(author) ? line(author.name) : line(author);
			return name === undefined
				? []
				: [{ name, equalContribution: isObject(author) && author.equalContribution === true }];
		}),
	};
}

function toHighlight(value: unknown): Highlight[] {
	if (isObject(value)) {
		const title = line(value.title);
		const items = list(value.items).flatMap(toHighlight);
		return title === undefined
			? items
			: [{ title, items, ...(value.itemsFrom === "courses" && { itemsFrom: "courses" as const }) }];
	}

	const text = line(value);
	return text === undefined ? [] : [text];
}
