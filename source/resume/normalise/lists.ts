import { cleanLine } from "../clean.ts";
import { isObject, type Json } from "../document.ts";
import type { EntryLink, Highlight } from "../json-resume.ts";
import { type OutlineItem, outlineOf } from "../outline.ts";
import type { Place } from "../private.ts";
import { fieldTitle, withLabel } from "../words/words.ts";
import { hasHtml } from "./html.ts";
import { isMachineField } from "./machine-fields.ts";
import { addressOf, leaves, lineOf, linesOf, listOf, pairText, type Reading, textOf } from "./values.ts";

/** Highlights: texts, and groups with highlights under them. */
export function highlightsOf(reading: Reading, value: unknown, place: Place): Highlight[] {
	if (typeof value === "string") {
		return linesOf(reading, value, place);
	}

	return listOf(reading, value, place).flatMap(({ item, place: at }) =>
		isObject(item)
			? groupOf(reading, item, at)
			: typeof item === "string"
				? ofText(reading, item, at)
				: (lineOf(reading, item, at) ?? []),
	);
}

/** A text with a list in it is a group: "Led a team:", and below it "- of five". */
function ofText(reading: Reading, value: string, place: Place): Highlight[] {
	const text = value.includes("\n") || hasHtml(value) ? textOf(reading, value, place) : undefined;
	const items = text?.includes("\n") ? outlineOf(text, 1) : [];
	const listAt = items.findIndex(({ isBullet }) => isBullet);
	if (listAt === -1) {
		return [lineOf(reading, value, place)].filter((line) => line !== undefined);
	}

	const toHighlight = ({ text: title, children }: OutlineItem): Highlight =>
		children.length > 0 ? { title: cleanLine(title), items: children.map(toHighlight) } : cleanLine(title);
	const [before, list] = [items.slice(0, listAt), items.slice(listAt).map(toHighlight)];
	return before.length > 0 ? [{ title: before.map((item) => cleanLine(item.text)).join(" "), items: list }] : list;
}

/** A group by any of the names that people give its parts; what else it holds becomes its items. */
function groupOf(reading: Reading, object: Json, place: Place): Highlight[] {
	if (pairText(object) !== undefined) {
		return [lineOf(reading, object, place)].filter((text) => text !== undefined);
	}

	const entries = Object.entries(object).filter(
		([key, value]) => key !== "itemsFrom" && value !== null && value !== "" && !isMachineField(key, value),
	);
	const isTitle = ([key, value]: [string, unknown]) =>
		typeof value !== "object" && /^(?:title|name|text|label|highlight|summary|description)$/i.test(key);
	const titled = entries.find(isTitle) ?? entries.find(([, value]) => typeof value === "string");
	const title = titled && lineOf(reading, titled[1], [...place, titled[0]]);
	const items = entries
		.filter((entry) => entry !== titled)
		.flatMap(([key, value]) => itemsOf(reading, key, value, [...place, key]));
	if (title === undefined) {
		return items;
	}

	if (object.itemsFrom === "courses") {
		return [{ title, items: [], itemsFrom: "courses" }];
	}

	return items.length > 0 ? [{ title, items }] : [title];
}

function itemsOf(reading: Reading, key: string, value: unknown, place: Place): Highlight[] {
	if (Array.isArray(value)) {
		const items = highlightsOf(reading, value, place);
		return /^(?:items|highlights|children|points|bullets)$/i.test(key) || items.length === 0
			? items
			: [{ title: fieldTitle(reading.phrases, key), items }];
	}

	const text = lineOf(reading, isObject(value) ? leaves(value).join(", ") : value, place);
	return text === undefined
		? []
		: [
				/^(?:description|summary|text)$/i.test(key)
					? text
					: withLabel(reading.phrases, fieldTitle(reading.phrases, key), text),
			];
}

/**
 * Links: objects with a label and an address, addresses alone, or one object of label and address pairs.
 * @param onWords gets what isn't a link that may be opened.
 */
export function linksOf(reading: Reading, value: unknown, place: Place, onWords: (words: string) => void): EntryLink[] {
	const toLink = (label: string | undefined, address: unknown, at: Place): EntryLink[] => {
		const words = lineOf(reading, address, at);
		const url = words === undefined ? undefined : addressOf(reading, words, at);
		if (words !== undefined && url === undefined) {
			onWords(label === undefined ? words : `${label}${reading.phrases.colon}${words}`);
		}

		return url === undefined ? [] : [{ label: label ?? url, url }];
	};

	return listOf(reading, Array.isArray(value) ? value : [value], place).flatMap(({ item, place: at }) => {
		if (!isObject(item)) {
			return toLink(undefined, item, at);
		}

		const addressKey = firstKey(item, addressNames);
		const labelKey = firstKey(item, labelNames);
		const label = labelKey === undefined ? undefined : lineOf(reading, item[labelKey], at);
		const others = Object.entries(item).filter(
			([key, value]) => key !== addressKey && key !== labelKey && !isMachineField(key, value),
		);
		if (addressKey !== undefined) {
			const more = others.flatMap(([key, each]) => lineOf(reading, each, [...at, key]) ?? []).join(", ");
			return toLink(more === "" ? label : `${label ?? item[addressKey]} (${more})`, item[addressKey], at);
		}

		if (label !== undefined) {
			onWords(label);
		}

		return others.flatMap(([key, url]) => toLink(fieldTitle(reading.phrases, key), url, [...at, key]));
	});
}

const labelNames = ["label", "name", "title", "text", "type", "network"];
const addressNames = ["url", "href", "link", "uri", "website", "address"];

const firstKey = (object: Json, names: string[]) =>
	names.find((name) => typeof object[name] === "string" && object[name].trim() !== "");
