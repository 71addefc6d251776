import { yearOf } from "./dates.ts";
import { type EntryGroup, groupsOf } from "./groups.ts";
import type { DateRange, Entry, Section } from "./model.ts";
import { numberText, type Words } from "./words/words.ts";

/**
 * What is in a section, in a line: "Nature 2022 · On Bread", "ETH Zurich · Bakery ×3". The most
 * telling first, since it is cut if there is no room.
 */
export function gistOf({ source, entries }: Section, words: Words): string {
	const [first, ...others] = entries;
	if (first === undefined) {
		return "";
	}

	const parts = others.length === 0 ? gistOfOne(first, source, words) : gistOfMany(entries);
	return [...new Set(parts)].filter((part) => part !== "").join(" · ");
}

/** Only for the first sections' worth of entries: nobody reads the line of a thousand. */
const most = 12;

function gistOfOne(entry: Entry, source: string, words: Words): string[] {
	const { title, label, publication, dates, body } = entry;
	if (publication !== undefined) {
		return [publication.venue ?? "", title];
	}

	const said =
		source === "education"
			? [title, dates === undefined ? "" : yearsOf(dates, words)]
			: label === title
				? [title]
				: [label, title];
	const [point] = body;
	return said.length === 1 && point !== undefined ? [...said, point.spans.map(({ text }) => text).join("")] : said;
}

function gistOfMany(entries: readonly Entry[]): string[] {
	const groups = groupsOf(entries.slice(0, most)).map((group) => ({
		names: namesOf(group),
		count: group.entries.length,
	}));
	return groups.map(({ names: [name = "", lab], count }, at) => {
		// Two labs of one university are told apart by their own names.
		const isShared = lab !== undefined && groups.some(({ names }, other) => other !== at && names[0] === name);
		return `${isShared ? lab : name}${count > 1 ? ` ×${count}` : ""}`;
	});
}

/** What a group, or an entry on its own, is called: the employer and the lab, or its label. */
function namesOf({ group, entries }: EntryGroup): string[] {
	if (group !== undefined) {
		return group.title.split(" · ");
	}

	const { label, details } = entries[0]!.entry;
	const [place] = details;
	return place !== undefined && label.startsWith(place) ? details.filter((detail) => label.includes(detail)) : [label];
}

/** The years alone: "2019–2023", "2022 – Now", "2022"; of dates that weren't understood, their words. */
export function yearsOf({ text, start, end, isOngoing }: DateRange, words: Words): string {
	const from = start ?? end;
	if (from === undefined) {
		return text;
	}

	const [first, last] = [yearOf(from), end === undefined ? undefined : yearOf(end)];
	if (isOngoing) {
		return `${numberText(words, first)} – ${words.now}`;
	}

	return last === undefined || last === first
		? numberText(words, first)
		: `${numberText(words, first)}–${numberText(words, last)}`;
}
