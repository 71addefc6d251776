import { type PlacedLink, plainAddress } from "../../resume/links.ts";
import { fit, truncate, widthOf } from "../../text/width.ts";
import { type Line, plainLine } from "../frame/line.ts";
import { listParts } from "../frame/menu.ts";
import { indicatorColumns, rowsPart } from "../frame/part.ts";
import { copy, type Outcome, openUrl } from "../state/effect.ts";
import { push } from "../state/layers.ts";
import type { State } from "../state/state.ts";
import type { ListScreen, Place } from "./screen.ts";

export type LinksScreen = { name: "links"; index: number };

const linkOf = ({ content }: State, { index }: LinksScreen): PlacedLink | undefined => content.links()[index];
const openLink = (state: State, screen: LinksScreen) => openUrl(linkOf(state, screen)?.url);

/** Offers all links, from the first of a place on, if no single one is meant; says so if there is none. */
export const offerLinks = (state: State, place?: Place): Outcome =>
	state.content.links().length === 0 ? openUrl(undefined) : { state: push(state, links.start!(state, place)) };

/** Every address of the résumé, numbered. */
export const links: ListScreen<LinksScreen> = {
	kind: "list",
	path: () => ["Links"],
	count: ({ content }) => content.links().length,
	body({ content }, { index }, { columns, rows }) {
		const all = content.links();
		if (all.length === 0) {
			return { parts: [rowsPart([plainLine(truncate("no links in this résumé", columns), "quiet")])], rows };
		}

		const lineOf = rowsOf(all, columns - indicatorColumns);
		return { parts: listParts({ length: all.length, index, rows, lineOf }), rows };
	},
	verbs: {
		open: openLink,
		openLink,
		copy(state, screen) {
			const link = linkOf(state, screen);
			return copy(link && plainAddress(link.url));
		},
	},
	hints: ({ content }) => ({
		...(content.links().length > 0 && { down: "move", open: "open", copy: "copy" }),
		back: "back",
		help: "help",
		quit: "quit",
	}),
	start({ content }, place) {
		const all = content.links();
		const byUrl = all.findIndex(({ url }) => url === place?.url);
		const byEntry = all.findIndex(({ section, entry }) => section === place?.section && entry === place?.entry);
		return { name: "links", index: Math.max(0, place?.url === undefined ? byEntry : byUrl) };
	},
	spoken: ({ content }) => ({
		title: "Links",
		paragraphs: [],
		items: content.links().map(
			({ label, where, url }) =>
				() =>
					`${where}: ${label}${url.endsWith(label) ? "" : `, ${url}`}`,
		),
	}),
};

/** Links that are measured to find the width of their column; to measure thousands would be felt. */
const measured = 200;
/** With fewer columns there is room for the address alone. */
const labelFrom = 40;
/** What the labels may take at least, however long the addresses are. */
const labelShare = 0.4;
/** Columns between a label and its address. */
const gap = 2;

function rowsOf(all: readonly PlacedLink[], columns: number): (item: number, isCurrent: boolean) => Line {
	const numberColumns = String(all.length).length + 1;
	const room = columns - numberColumns;
	const widest = (textOf: (link: PlacedLink) => string) =>
		Math.max(...all.slice(0, measured).map((link) => widthOf(textOf(link))));
	// Of what is too long for both, an address can be opened all the same.
	const left = Math.max(Math.floor(room * labelShare), room - gap - widest(({ url }) => plainAddress(url)));
	const labelColumns = Math.min(widest(nameOf), left);
	return (item, isCurrent) => {
		const link = all[item]!;
		const address = plainAddress(link.url);
		const number = { text: String(item + 1).padEnd(numberColumns), role: "key" } as const;
		const role = isCurrent ? "current" : "plain";
		return {
			pieces:
				room < labelFrom
					? [number, { text: truncate(address, room), role, href: link.url }]
					: [
							number,
							{ text: fit(nameOf(link), labelColumns), role },
							{ text: " ".repeat(gap), role: "plain" },
							{ text: truncate(address, room - labelColumns - gap), role: "link", href: link.url },
						],
		};
	};
}

/** A contact is called by what it is, every other link by its label. */
const nameOf = ({ label, where, section }: PlacedLink) => (section === undefined ? where : label);
