import { mainContact } from "../../resume/links.ts";
import type { Entry, Section } from "../../resume/model.ts";
import { truncate, widthOf } from "../../text/width.ts";
import { briefLines } from "../frame/entry-lines.ts";
import { dividerColumns, type Layout, leftPaneWidth } from "../frame/layout.ts";
import { aimedAt, blankLine, type Line, type Piece, plainLine, spread } from "../frame/line.ts";
import { indicatorColumns, menuOf } from "../frame/menu.ts";
import { menuPart, panes, rowsPart } from "../frame/part.ts";
import { cutLines, entryRow, sectionRow, trimEnd } from "../frame/rows.ts";
import { counted } from "../frame/words.ts";
import { copy, openUrl } from "../state/effect.ts";
import { layersOf, replaceTop, withLayers } from "../state/layers.ts";
import type { State } from "../state/state.ts";
import { glyphs } from "../theme.ts";
import type { ListBody, ListScreen, Room } from "./screen.ts";

export type HomeScreen = {
	name: "home";
	index: number;
	/** What the search found in the header, marked there. */
	query?: string;
};

/** Who this is and how to reach them, the sections, and what is in the highlighted one. */
export const home: ListScreen<HomeScreen> = {
	kind: "list",
	path: () => [],
	header: homeHeader,
	count: ({ content }) => content.resume.sections.length,
	body: homeBody,
	verbs: {
		open: (state, { index }) => ({ state: withLayers(state, layersOf(state.content, index)) }),
		openLink(state, { index }) {
			// The only entry of a section is in sight: its link is the one that is meant.
			const entries = state.content.resume.sections[index]?.entries ?? [];
			return openUrl(entries.length === 1 ? entries[0]?.links[0]?.url : undefined);
		},
		copy: ({ content }) => copy(mainContact(content.resume.person)),
		nextSection: (state, screen) => ({ state: turn(state, screen, 1) }),
		previousSection: (state, screen) => ({ state: turn(state, screen, -1) }),
	},
	hints: ({ content }) => ({
		down: "move",
		open: "open",
		search: "search",
		timeline: "timeline",
		links: "links",
		card: "card",
		...(content.resume.languages.length > 1 && { language: "language" }),
		copy: "copy mail",
		help: "help",
		quit: "quit",
	}),
	place: (_state, { index }) => ({ section: index }),
	spoken({ content }) {
		const { person, sections } = content.resume;
		const about = [person.headline, ...person.contacts.map(({ label, text }) => `${label}: ${text}`)];
		return {
			title: `${person.name}, résumé`,
			paragraphs: about.flatMap((text) => text ?? []),
			items: sections.map(
				({ title, entries }) =>
					() =>
						`${title}, ${counted(entries.length, "entry", "entries")}`,
			),
		};
	},
};

/** Tab goes round the menu. */
function turn(state: State, { index }: HomeScreen, by: number): State {
	const count = state.content.resume.sections.length;
	return replaceTop(state, { name: "home", index: count === 0 ? 0 : (index + by + count) % count });
}

/** The name, the headline and the contacts: as many lines as the layout gives. */
function homeHeader({ content }: State, { width, headerRows }: Layout): Line[] {
	const { name, headline, contacts } = content.resume.person;
	const lines: Line[] = [];
	const isWide = headline !== undefined && widthOf(name) + 2 + widthOf(headline) <= width;
	if (isWide) {
		lines.push(spread([{ text: name, role: "title" }], [{ text: headline, role: "quiet" }], width));
	} else {
		lines.push(plainLine(truncate(name, width), "title"));
		if (headline !== undefined) {
			lines.push(plainLine(truncate(headline, width), "quiet"));
		}
	}

	// As many contacts on a line as fit, in their order.
	let row: Piece[] = [];
	let used = 0;
	for (const { text, href } of contacts) {
		const shown = truncate(text, width);
		if (used > 0 && used + 3 + widthOf(shown) > width) {
			lines.push({ pieces: row });
			row = [];
			used = 0;
		}

		if (used > 0) {
			row.push({ text: ` ${glyphs.dot} `, role: "quiet" });
			used += 3;
		}

		row.push({ text: shown, role: "plain", href });
		used += widthOf(shown);
	}

	if (row.length > 0) {
		lines.push({ pieces: row });
	}

	return lines.slice(0, headerRows);
}

/** From here a preview stands beside the menu. */
const previewFrom = { columns: 56, rows: 4 };

function homeBody(state: State, { index }: HomeScreen, { columns, rows }: Room): ListBody {
	const { sections } = state.content.resume;
	const section = sections[index];
	const hasPreview = columns >= previewFrom.columns && rows >= previewFrom.rows && section !== undefined;
	const widest = Math.max(0, ...sections.map(({ title }) => widthOf(title))) + indicatorColumns + 4;
	const menuColumns = hasPreview ? leftPaneWidth(columns, widest, 0.45) : columns;
	const menu = menuPart(
		menuOf({
			length: sections.length,
			index,
			rows,
			lineOf: (item, isCurrent) => sectionRow(sections[item]!, menuColumns - indicatorColumns, isCurrent),
			keyOf: (item) => sections[item]!.id,
		}),
	);
	if (!hasPreview) {
		return { parts: [menu], rows };
	}

	const width = columns - menuColumns - dividerColumns;
	const lines = aimedAt(cutLines(trimEnd(previewLines(state, section, rows, width)), rows, width), {
		type: "go",
		section: index,
	});
	return { parts: [panes([menu], menuColumns, [rowsPart(lines)], rows)], rows };
}

/** From so many columns on, running text beside the menu reads well. */
const wholeFrom = 48;

/**
 * The entries of a section, each as fully as there is room for all of them: whole, in short, by name and dates, or on
 * one line. In a narrow pane the body of an entry would be rags, and most of what a key press sends: it is left to the
 * entry's own screen.
 */
function previewLines(state: State, { entries }: Section, rows: number, columns: number): Line[] {
	const isWide = columns >= wholeFrom;
	const whole = (entry: Entry) => state.content.lines(entry, { columns });
	const [single, ...others] = entries;
	if (single !== undefined && others.length === 0) {
		return isWide ? whole(single) : briefLines(single, columns);
	}

	const shown = entries.slice(0, rows + 1);
	const named = (entry: Entry) => nameLines(entry, columns);
	const spaced = (form: (entry: Entry) => Line[]) => (entry: Entry) => [...form(entry), blankLine];
	const forms = [
		...(isWide ? [spaced(whole), spaced((entry) => briefLines(entry, columns))] : []),
		spaced(named),
		named,
	];
	return (
		forms.map((form) => shown.flatMap(form)).find((lines) => lines.length - 1 <= rows) ??
		shown.map((entry) => entryRow(entry, columns, false))
	);
}

const nameLines = ({ label, dates }: Entry, columns: number): Line[] => [
	plainLine(truncate(label, columns)),
	...(dates === undefined ? [] : [plainLine(truncate(dates.text, columns), "quiet")]),
];
