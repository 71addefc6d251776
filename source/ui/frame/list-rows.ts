import { yearsOf } from "../../resume/gist.ts";
import type { Entry, Section } from "../../resume/model.ts";
import type { Words } from "../../resume/words/words.ts";
import { fit, truncate, widthOf } from "../../text/width.ts";
import type { Role } from "../../theme.ts";
import { type Line, plainLine } from "./line.ts";

/** The lines of lists: a name at the left, dates or a count in the right-hand column. */

/** A name, and an aside at the right end of its line; the name gives way. Exactly `columns` wide with an aside. */
export function row(
	name: string,
	aside: string,
	columns: number,
	isCurrent: boolean,
	role: Role = isCurrent ? "current" : "plain",
): Line {
	// A name is worth more than a date if there is no room for both.
	if (aside === "" || columns - widthOf(aside) - 2 < Math.min(widthOf(name), 12)) {
		return plainLine(truncate(name, columns), role);
	}

	return {
		pieces: [
			{ text: fit(name, columns - widthOf(aside) - 2), role },
			{ text: `  ${aside}`, role: "quiet" },
		],
	};
}

/** How many entries a section has, if that isn't clear from its row. */
export const countOf = ({ entries }: Section): string => (entries.length > 1 ? String(entries.length) : "");

export const sectionRow = (section: Section, columns: number, isCurrent: boolean): Line =>
	row(section.title, countOf(section), columns, isCurrent);

/** With fewer columns an entry's row has the years of its dates alone. */
const datesFrom = 48;

/** An entry's label and its dates, as much of them as leaves the label room. */
export function entryRow(
	{ label, dates }: Entry,
	words: Words,
	columns: number,
	isCurrent: boolean,
	role?: Role,
): Line {
	const aside = dates === undefined ? "" : columns < datesFrom ? yearsOf(dates, words) : dates.text;
	return row(label, aside, columns, isCurrent, role);
}

/** The lines, cut to `rows` with a last line that says how many are left out. */
export function cutLines(lines: Line[], rows: number, columns: number): Line[] {
	return lines.length <= rows
		? lines
		: [
				...lines.slice(0, Math.max(0, rows - 1)),
				plainLine(truncate(`… ${lines.length - rows + 1} more lines`, columns), "quiet"),
			];
}

/** The lines without the blank ones at the end. */
export const trimEnd = (lines: Line[]): Line[] =>
	lines.slice(0, lines.findLastIndex(({ pieces }) => pieces.length > 0) + 1);
