import { monthIndexOfYear, yearOf } from "../../resume/dates.ts";
import type { Resume } from "../../resume/model.ts";
import { type Timeline, type TimelineRow, timelineOf } from "../../resume/timeline.ts";
import { numberText, type Words } from "../../resume/words/words.ts";
import { html, type Markup } from "./markup.ts";
import { entryAnchor } from "./sections.ts";

/** Half the height of a row's drawing, in its own units; a unit across is a month. It's stretched to its place. */
const middle = 10;

/** What of the drawing's width the tip of an open end has. */
const tipShare = 40;

/**
 * The dated entries to scale, in the order they began: each a link to its entry, with its bar as SVG beside it. The
 * drawing says nothing that the words beside it don't.
 * @returns undefined if there is nothing to compare.
 */
export function timelineMarkup(resume: Resume): { markup: Markup; rows: number } | undefined {
	const timeline = timelineOf(resume);
	const { rows } = timeline;
	if (rows.length < 2) {
		return undefined;
	}

	const markup = html`<ol class="timeline">
${rows.map((row) => {
	const section = resume.sections[row.section]!;
	const anchor = entryAnchor(section.id, section.entries[row.entry]!);
	return html`<li><a href="#${encodeURIComponent(anchor)}">${row.label}</a>${barMarkup(row, timeline)}<span class="dates">${row.dates}</span></li>
`;
})}<li class="axis" aria-hidden="true">${axisMarkup(timeline, resume.words)}</li>
</ol>
`;
	return { markup, rows: rows.length };
}

/** The years as lines, and the entry over them: a bar that is broken as far as it's only expected, a mark for a single date. */
function barMarkup({ start, end, isExpected, isPoint }: TimelineRow, { from, to, known }: Timeline): Markup {
	const line = (first: number, last: number, kind: string) =>
		last >= first && html`<path class="${kind}" d="M${first - from} ${middle}H${last - from}"/>`;
	const last = (end ?? to) + 1;
	// As wide in a career of forty years as in one of three.
	const tip = Math.max(start, last - Math.max(1, (to + 1 - from) / tipShare));
	const certain = isExpected ? Math.min(last, Math.max(start, known + 1)) : last;
	return html`<svg viewBox="0 0 ${to + 1 - from} ${middle * 2}" preserveAspectRatio="none" aria-hidden="true">${namedYears(
		{ from, to },
	).map((year) => html`<path class="year" d="M${monthIndexOfYear(year) - from} 0v${middle * 2}"/>`)}${
		isPoint
			? line(start + 0.5, start + 0.5, "point")
			: end === undefined
				? [
						tip > start && line(start, tip, "past"),
						html`<path class="tip" d="M${tip - from} ${middle / 2}v${middle}L${last - from} ${middle}z"/>`,
					]
				: [line(start, certain, "past"), certain < last && line(certain, last, "expected")]
	}</svg>`;
}

const yearsOf = ({ from, to }: Pick<Timeline, "from" | "to">): number[] =>
	Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, index) => yearOf(from) + index);

/** As many labels fit side by side on a narrow screen. */
const mostLabels = 6;

/** The years that have a line and a label: all of them, or every second, third and so on. */
function namedYears(timeline: Pick<Timeline, "from" | "to">): number[] {
	const years = yearsOf(timeline);
	const step = Math.ceil(years.length / mostLabels);
	return years.filter((_, index) => index % step === 0);
}

function axisMarkup(timeline: Timeline, words: Words): Markup {
	const named = namedYears(timeline);
	return html`<span class="years">${yearsOf(timeline).map((year) => html`<span>${named.includes(year) && numberText(words, year)}</span>`)}</span>`;
}
