import type { Entry, Section } from "../../resume/model.ts";
import { contextLanes } from "../frame/context-lanes.ts";
import { openUrl, say } from "../state/effect.ts";
import { replaceTop } from "../state/layers.ts";
import type { Scrolled, State } from "../state/state.ts";
import { copyEntry } from "./copy-entry.ts";
import type { TextScreen } from "./screen.ts";

export type EntryScreen = {
	name: "entry";
	section: number;
	entry: number;
	/** The link that `o` opens. */
	link: number;
	/** How often `y` was pressed on it. */
	copied?: number;
	/** What was searched for, marked in the text … */
	query?: string;
	/** … and the text of the current result, whose marks differ from the others. */
	found?: string;
} & Scrolled;

const sectionOf = ({ content }: State, { section }: EntryScreen): Section | undefined =>
	content.resume.sections[section];
const entryOf = (state: State, screen: EntryScreen): Entry | undefined =>
	sectionOf(state, screen)?.entries[screen.entry];

/** Everything about one experience, project or publication. */
export const entry: TextScreen<EntryScreen> = {
	kind: "text",
	path(state, screen) {
		const section = sectionOf(state, screen);
		const count = section?.entries.length ?? 0;
		return [section?.title ?? "", ...(count > 1 ? [`${screen.entry + 1} of ${count}`] : [])];
	},
	text(state, screen, { textColumns }) {
		const shown = entryOf(state, screen);
		const needles = screen.query === undefined ? [] : state.content.search(screen.query).needles;
		return shown === undefined
			? []
			: state.content.lines(shown, { columns: textColumns, needles, found: screen.found, currentLink: screen.link });
	},
	bottom: ({ content }, { section, entry }, room) => contextLanes(content, { section, entry }, room),
	verbs: {
		openLink: (state, screen) => openUrl(entryOf(state, screen)?.links[screen.link]?.url),
		copy: (state, screen) => ({
			...copyEntry(state, entryOf(state, screen), screen),
			state: replaceTop(state, { ...screen, copied: (screen.copied ?? 0) + 1 }),
		}),
		jump(state, screen, number) {
			const link = entryOf(state, screen)?.links[number - 1];
			return link === undefined
				? say(`there is no link ${number} here`)
				: { state: replaceTop(state, { ...screen, link: number - 1 }), ...openUrl(link.url) };
		},
	},
	hints(state, screen) {
		const hasLinks = (entryOf(state, screen)?.links.length ?? 0) > 0;
		const hasNeighbours = (sectionOf(state, screen)?.entries.length ?? 0) > 1;
		return {
			down: "scroll",
			back: "back",
			search: "search",
			copy: "copy",
			help: "help",
			quit: "quit",
			...(hasNeighbours && { nextEntry: "previous, next" }),
			...(hasLinks && { openLink: "open link" }),
		};
	},
	place: (state, screen) => ({
		section: screen.section,
		entry: screen.entry,
		url: entryOf(state, screen)?.links[screen.link]?.url,
	}),
	spokenTitle(state, screen) {
		const count = sectionOf(state, screen)?.entries.length ?? 0;
		const place = count > 1 ? `, ${screen.entry + 1} of ${count}` : "";
		return (sectionOf(state, screen)?.title ?? "") + place;
	},
};
