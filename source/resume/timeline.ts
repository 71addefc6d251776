import { monthIndexOfYear, monthText, yearOf } from "./dates.ts";
import type { MonthIndex, Resume } from "./model.ts";
import { fill } from "./words/words.ts";

/** A dated entry as a bar. */
export type TimelineRow = {
	section: number;
	entry: number;
	label: string;
	dates: string;
	start: MonthIndex;
	/** The last month; undefined if it still goes on. */
	end?: MonthIndex;
	isExpected: boolean;
	/** A single date: a mark, not a bar. */
	isPoint: boolean;
};

export type Timeline = {
	/** January of the first year and December of the last: the axis. */
	from: MonthIndex;
	to: MonthIndex;
	/** The last month that the document describes as past; what is expected after it is drawn broken. */
	known: MonthIndex;
	/** The time that all of it describes, in words: "as of Jul 2022". */
	asOf?: string;
	/** In the order they began. */
	rows: TimelineRow[];
};

/** The dated entries of the résumé on one axis. No clock is asked: what goes on reaches the end of the axis. */
export function timelineOf({ sections, words, asOf }: Resume): Timeline {
	const rows: TimelineRow[] = [];
	for (const [section, { entries }] of sections.entries()) {
		for (const [entry, { label, dates }] of entries.entries()) {
			const start = dates?.start ?? dates?.end;
			if (dates === undefined || start === undefined) {
				continue;
			}

			const { end, isExpected, isPoint } = dates;
			rows.push({ section, entry, label, dates: dates.text, start, end, isExpected, isPoint });
		}
	}

	rows.sort((a, b) => a.start - b.start || (a.end ?? Number.POSITIVE_INFINITY) - (b.end ?? Number.POSITIVE_INFINITY));
	let first = Number.POSITIVE_INFINITY;
	let last = Number.NEGATIVE_INFINITY;
	let known = Number.NEGATIVE_INFINITY;
	for (const { start, end, isExpected, isPoint } of rows) {
		first = Math.min(first, start);
		last = Math.max(last, start, end ?? start);
		// Something expected without an end hasn't begun yet either.
		if (!isExpected || end !== undefined) {
			known = Math.max(known, start, isExpected || isPoint ? start : (end ?? start));
		}
	}

	if (rows.length === 0) {
		return { from: 0, to: 0, known: 0, rows };
	}

	return {
		from: monthIndexOfYear(yearOf(first)),
		to: monthIndexOfYear(yearOf(last)) + 11,
		known,
		asOf: fill(words.asOf, { date: monthText(asOf ?? known, words) }),
		rows,
	};
}

/** The column, from 0, in which a month begins on an axis of this many columns. */
const columnOf = ({ from, to }: Timeline, month: MonthIndex, columns: number): number =>
	Math.max(0, Math.min(columns - 1, Math.floor(((month - from) * columns) / (to - from + 1))));

/** The bar of one entry: exactly `columns` wide. */
export function barOf(row: TimelineRow, timeline: Timeline, columns: number): string {
	const first = columnOf(timeline, row.start, columns);
	const last = row.end === undefined ? columns - 1 : columnOf(timeline, row.end, columns);
	const length = Math.max(1, last - first + 1);
	if (row.isPoint) {
		const middle = first + Math.floor((length - 1) / 2);
		return pad(`${" ".repeat(middle)}◆`, columns);
	}

	if (row.end === undefined) {
		return pad(`${" ".repeat(first)}${"━".repeat(length - 1)}▶`, columns);
	}

	const solid = row.isExpected ? Math.max(0, columnOf(timeline, timeline.known, columns) - first) : length;
	return pad(
		" ".repeat(first) + "━".repeat(Math.min(solid, length)) + "╌".repeat(Math.max(0, length - solid)),
		columns,
	);
}

const pad = (text: string, columns: number) => text.padEnd(columns).slice(0, columns);

/**
 * The axis: the years where they begin, as many as fit without touching, and the rule under them. It has a tick for each
 * year, or for those alone that are named if there are hardly more columns than years.
 */
export function axisOf(timeline: Timeline, columns: number): { years: string; rule: string } {
	let years = "";
	let rule = "";
	const last = yearOf(timeline.to);
	const gap = Math.floor(columns / (last - yearOf(timeline.from) + 1));
	for (let year = yearOf(timeline.from); year <= last; year++) {
		const column = columnOf(timeline, monthIndexOfYear(year), columns);
		const full = String(year);
		const short = `’${full.slice(-2)}`;
		const room = columns - column;
		const text = [full, short].find((label) => label.length <= room && column > 0 === years.length > 0);
		const label = gap > full.length ? text : room >= short.length ? short : undefined;
		const isNamed = label !== undefined && column >= years.length + (years === "" ? 0 : 1);
		if (isNamed) {
			years = years.padEnd(column) + label;
		}

		if (rule === "" || (column >= rule.length && (isNamed || gap > 1))) {
			rule = `${rule.padEnd(column, "─")}┼`;
		}
	}

	return { years: pad(years, columns), rule: rule.padEnd(columns, "─").slice(0, columns) };
}
