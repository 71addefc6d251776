import { givenName } from "../../resume/given-name.ts";
import { counted } from "../frame/counted.ts";
import { markedLine } from "../frame/line.ts";
import { personLines } from "../frame/person-lines.ts";
import { openUrl } from "../state/effect.ts";
import { layersOf, replaceTop, withLayers } from "../state/layers.ts";
import type { State } from "../state/state.ts";
import { contactHint, copyContact } from "./copy-contact.ts";
import { homeBody } from "./home-body.ts";
import { offerLinks } from "./links.ts";
import type { ListScreen } from "./screen.ts";

export type HomeScreen = {
	name: "home";
	index: number;
	/** The search whose match in the header is marked there. */
	query?: string;
};

/** Who this is and how to reach them, the sections, and what the highlighted one holds. */
export const home: ListScreen<HomeScreen> = {
	kind: "list",
	path: () => [],
	header({ content }, { width, headerRows }, { query }) {
		const lines = personLines(content.resume.person, width, headerRows);
		return query === undefined ? lines : lines.map((line) => markedLine(line, content.search(query).needles));
	},
	count: ({ content }) => content.resume.sections.length,
	body: homeBody,
	verbs: {
		open: (state, { index }) => ({ state: withLayers(state, layersOf(state.content, index)) }),
		openLink(state, { index }) {
			// A section's only entry is in sight, so its link is meant. Otherwise there are several to choose from.
			const entries = state.content.resume.sections[index]?.entries ?? [];
			const url = entries.length === 1 ? entries[0]?.links[0]?.url : undefined;
			return url === undefined ? offerLinks(state, { section: index }) : openUrl(url);
		},
		copy: ({ content }) => copyContact(content.resume.person),
		nextSection: (state, screen) => ({ state: turn(state, screen, 1) }),
		previousSection: (state, screen) => ({ state: turn(state, screen, -1) }),
	},
	hints: ({ content }) => ({
		down: "move",
		open: "open",
		search: "search",
		...(content.timeline().rows.length > 0 && { timeline: "timeline" }),
		links: "links",
		card: "card",
		...(content.resume.languages.length > 1 && { language: "language" }),
		...contactHint(content.resume.person),
		help: "help",
		quit: "quit",
	}),
	place: (_state, { index }) => ({ section: index }),
	spoken({ content }) {
		const { person, sections } = content.resume;
		const about = [person.headline, ...person.contacts.map(({ label, text }) => `${label}: ${text}`)];
		return {
			title: [givenName(content.resume), "résumé"].filter((part) => part !== undefined).join(", "),
			paragraphs: about.flatMap((text) => text ?? []),
			items: sections.map(
				({ title, entries }) =>
					() =>
						`${title}, ${counted(entries.length, "entry", "entries")}`,
			),
		};
	},
};

/** Tab cycles through the menu. */
function turn(state: State, { index }: HomeScreen, by: number): State {
	const count = state.content.resume.sections.length;
	return replaceTop(state, { name: "home", index: count === 0 ? 0 : (index + by + count) % count });
}
