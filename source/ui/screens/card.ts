import type { Scrolled } from "../state/state.ts";
import { contactHint, copyContact } from "./copy-contact.ts";
import { offerLinks } from "./links.ts";
import type { TextScreen } from "./screen.ts";

export type CardScreen = { name: "card" } & Scrolled;

/** The business card, to scan and take away. */
export const card: TextScreen<CardScreen> = {
	kind: "text",
	path: () => ["Card"],
	text: ({ content, look }, _screen, { columns, rows }) => content.card(look, { columns, rows }),
	verbs: {
		copy: ({ content }) => copyContact(content.resume.person),
		// The card shows several ways to reach the person.
		openLink: (state) => offerLinks(state),
	},
	hints: ({ content }) => ({
		down: "scroll",
		back: "back",
		...contactHint(content.resume.person),
		help: "help",
		quit: "quit",
	}),
	start: () => ({ name: "card", top: 0 }),
	spokenTitle: () => "Card",
};
