import { mainContact } from "../../resume/links.ts";
import { copy } from "../state/effect.ts";
import type { Scrolled } from "../state/state.ts";
import { offerLinks } from "./links.ts";
import type { TextScreen } from "./screen.ts";

export type CardScreen = { name: "card" } & Scrolled;

/** The business card, to scan and take away. */
export const card: TextScreen<CardScreen> = {
	kind: "text",
	path: () => ["Card"],
	text: ({ content, look }, _screen, { columns, rows }) => content.card(look, { columns, rows }),
	verbs: {
		copy: ({ content }) => copy(mainContact(content.resume.person)),
		// The card shows several ways to reach the person.
		openLink: (state) => offerLinks(state),
	},
	hints: () => ({ down: "scroll", back: "back", copy: "copy mail", help: "help", quit: "quit" }),
	start: () => ({ name: "card", top: 0 }),
	spokenTitle: () => "Card",
};
