import { isObject, type Json, placeText } from "../document.ts";
import { leaves } from "../normalise/values.ts";
import { isPrivatePath, type Place, placesOf, removePaths, valueAt } from "../private.ts";
import { type Finding, quoted } from "./findings.ts";

/** What the document says of itself: the headings of its sections, and what is private. */
export function checkMeta(document: Json): Finding[] {
	const basics = isObject(document.basics) ? document.basics : {};
	const meta = isObject(document.meta) ? document.meta : {};
	const nameless: Finding[] =
		leaves(basics.name).length > 0
			? []
			: [
					{
						severity: "warning",
						place: ["basics", "name"],
						at: "key",
						message: "the résumé has no name",
						fix: `write basics.name`,
					},
				];
	return [...nameless, ...checkHeadings(document, meta.sections), ...checkPrivate(document, meta.private)];
}

function checkHeadings(document: Json, headings: unknown): Finding[] {
	const seen = new Set<unknown>();
	return (Array.isArray(headings) ? headings : []).flatMap((heading, index): Finding[] => {
		const source: unknown = isObject(heading) ? heading.source : undefined;
		const place = ["meta", "sections", index, "source"];
		if (typeof source !== "string") {
			return [];
		}

		if (seen.has(source)) {
			return [
				{
					severity: "warning",
					place,
					message: `${quoted(source)} has a heading already`,
					fix: "remove one of the two",
				},
			];
		}

		seen.add(source);
		return source !== "meta" && source !== "basics" && Object.hasOwn(document, source)
			? []
			: [
					{
						severity: "warning",
						place,
						message: `the document has no section ${quoted(source)}`,
						fix: `write one of ${Object.keys(document).filter(isSection).join(", ")}`,
					},
				];
	});
}

const isSection = (key: string) => key !== "meta" && key !== "basics" && !key.startsWith("$");

/** What the loader refuses, since it may be what is to be hidden, is an error. */
function checkPrivate(document: Json, paths: unknown): Finding[] {
	if (paths !== undefined && !Array.isArray(paths)) {
		const isUnderstood = paths === null || isPrivatePath(paths);
		return [
			{
				severity: isUnderstood ? "warning" : "error",
				place: ["meta", "private"],
				message: `a list of paths belongs here${isUnderstood ? "" : "; nothing is shown until it is one"}`,
				fix: `write ${JSON.stringify([isPrivatePath(paths) ? paths : "basics.phone"])}, or leave it out`,
			},
		];
	}

	const list = (paths ?? []).map((path: unknown, index) => ({ path, place: ["meta", "private", index] }));
	const found = list.map(({ path }) => path).filter(isPrivatePath);
	const rest = structuredClone(document);
	removePaths(rest, found);
	return list.flatMap(({ path, place }): Finding[] => {
		if (!isPrivatePath(path)) {
			return [
				{
					severity: "error",
					place,
					message: `${quoted(path)} is no path; nothing is shown until it is one`,
					fix: "write a path such as basics.phone, or remove it",
				},
			];
		}

		const places = placesOf(document, path);
		return places.length === 0
			? [
					{
						severity: "warning",
						place,
						message: `${quoted(path)} matches nothing, so that it hides nothing`,
						fix: "write a path such as basics.phone, work[0].summary or work.*.location",
					},
				]
			: places.flatMap((hidden) => stillSeen(document, rest, hidden));
	});
}

/** A hidden text that stands in another one too. */
function stillSeen(document: Json, rest: unknown, hidden: Place): Finding[] {
	const texts = leaves(valueAt(document, hidden)).filter((text) => text.length >= 4);
	const place = texts.length > 0 ? placeOfText(rest, (text) => texts.some((word) => text.includes(word))) : undefined;
	return place === undefined
		? []
		: [
				{
					severity: "warning",
					place: hidden,
					message: `it is private, but its words stand in ${placeText(place)} as well`,
					fix: "take them out there, or make that private too",
				},
			];
}

function placeOfText(value: unknown, test: (text: string) => boolean, place: Place = []): Place | undefined {
	if (typeof value === "string") {
		return test(value) ? place : undefined;
	}

	if (typeof value !== "object" || value === null) {
		return undefined;
	}

	for (const [key, item] of Object.entries(value)) {
		const found = placeOfText(item, test, [...place, Array.isArray(value) ? Number(key) : key]);
		if (found) {
			return found;
		}
	}

	return undefined;
}
