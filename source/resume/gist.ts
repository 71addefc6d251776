import { truncate, widthOf } from "../text/width.ts";
import { yearOf } from "./dates.ts";
import { type EntryGroup, groupsOf } from "./groups.ts";
import type { DateRange, Entry, Section } from "./model.ts";
import { numberText, type Words } from "./words/words.ts";

/** What is in a section, the most telling first: "ETH Zurich", "Bakery ×3". */
export type Gist = {
	parts: readonly string[];
	/** Whether the parts are of several entries, so that one says nothing of the others. */
	isList: boolean;
};

export function gistOf({ source, entries }: Section, words: Words): Gist {
	const [first, ...others] = entries;
	const isList = others.length > 0;
	const parts = first === undefined ? [] : isList ? gistOfMany(entries, source) : gistOfOne(first, source, words);
	return { parts: [...new Set(parts)].filter((part) => part !== ""), isList };
}

/** What is kept for a part of a list when those before it are long: all of a short one, the beginning of another. */
const keptOf = (columns: number): number => (columns <= 12 ? columns : 8);
/** How many parts of a list are seen for sure; what comes after them is seen if there is room. */
const surelySeen = 3;

/** A gist in a line of at most this many columns. The first parts of a list each have a share of them. */
export function gistText({ parts, isList }: Gist, columns: number): string {
	const whole = parts.join(separator);
	if (!isList || widthOf(whole) <= columns) {
		return truncate(whole, columns);
	}

	const shares = [...parts.slice(0, surelySeen - 1), parts.slice(surelySeen - 1).join(separator)].filter(
		(part) => part !== "",
	);
	let text = "";
	for (const [at, part] of shares.entries()) {
		const lead = at === 0 ? "" : separator;
		const kept = shares.slice(at + 1).reduce((sum, later) => sum + widthOf(separator) + keptOf(widthOf(later)), 0);
		const room = columns - widthOf(text + lead) - kept;
		if (room < keptOf(widthOf(part))) {
			return truncate(whole, columns);
		}

		text += lead + truncate(part, room);
	}

	return text;
}

const separator = " · ";

/** Only for the first sections' worth of entries: nobody reads the line of a thousand. */
const most = 12;

function gistOfOne(entry: Entry, source: string, words: Words): string[] {
	const { title, label, publication, dates, body } = entry;
	if (publication !== undefined) {
		return [publication.venue ?? "", title];
	}

	if (source === "basics") {
		// Its title is the role or the name, which is in sight already.
		return body.map(({ spans }) => spans.map(({ text }) => text).join(""));
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

function gistOfMany(entries: readonly Entry[], source: string): string[] {
	const groups = groupsOf(entries.slice(0, most)).map((group) => ({
		...namesOf(group, source),
		count: group.entries.length,
	}));
	return groups.map(({ name, employer, lab, count }, at) => {
		// Two labs of one university are distinguished by their own names.
		const isShared = groups.some((other, index) => index !== at && other.employer === employer);
		return `${(isShared ? lab : undefined) ?? name}${count > 1 ? ` ×${count}` : ""}`;
	});
}

/** What a group, or an entry on its own, is called: its employer or school, or what its label says; and its lab. */
function namesOf({ group, entries }: EntryGroup, source: string): { name: string; employer?: string; lab?: string } {
	if (group !== undefined) {
		const [employer = "", lab] = group.title.split(" · ");
		return { name: employer, employer, lab };
	}

	const { label, details } = entries[0]!.entry;
	const [employer] = details;
	if (source === "education") {
		return { name: employer ?? label };
	}

	return employer !== undefined && label.startsWith(employer)
		? { name: employer, employer, lab: details.find((detail) => detail !== employer && label.includes(detail)) }
		: { name: label, employer };
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
