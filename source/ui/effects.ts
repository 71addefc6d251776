import { bibtexEntry } from "../print/bibtex.ts";
import { mainContact, plainAddress } from "../resume/links.ts";
import type { Entry } from "../resume/model.ts";
import type { Verb } from "./keymap.ts";
import { entryLines, lineText } from "./lines/lines.ts";
import { screenOf } from "./moves/layers.ts";
import type { State } from "./state.ts";

/** What a verb does outside the state. `what` says it in words: "copied the link". */
export type Effect =
	| { kind: "copy"; text: string; what: string }
	| { kind: "open"; url: string }
	| { kind: "say"; text: string }
	| { kind: "quit" }
	| { kind: "suspend" };

/** The effect of a verb in this state; undefined for those that only move. */
export function effectOf(state: State, verb: Verb): Effect | undefined {
	switch (verb) {
		case "quit":
		case "suspend":
			return { kind: verb };
		case "openLink":
			return openEffect(state);
		case "open":
			return screenOf(state).name === "links" ? openEffect(state) : undefined;
		case "copy":
			return copyEffect(state);
		default:
			return undefined;
	}
}

function openEffect(state: State): Effect {
	const url = currentUrl(state);
	if (url === undefined) {
		return { kind: "say", text: "no link here; u lists all links" };
	}

	return { kind: "open", url };
}

function currentUrl({ content, ...state }: State): string | undefined {
	const screen = state.layers.at(-1)!;
	switch (screen.name) {
		case "home": {
			// The only entry of a section stands beside the menu: its link is the one that is meant.
			const entries = content.resume.sections[screen.index]?.entries ?? [];
			return entries.length === 1 ? entries[0]?.links[0]?.url : undefined;
		}

		case "entry":
			return content.resume.sections[screen.section]?.entries[screen.entry]?.links[screen.link]?.url;
		case "section":
			return content.resume.sections[screen.section]?.entries[screen.index]?.links[0]?.url;
		case "timeline":
			return timelineEntry(content, screen.index)?.links[0]?.url;
		case "links":
			return content.links()[screen.index]?.url;
		default:
			return undefined;
	}
}

function timelineEntry({ timeline, resume }: State["content"], index: number): Entry | undefined {
	const row = timeline().rows[index];
	return row && resume.sections[row.section]?.entries[row.entry];
}

function copyEffect(state: State): Effect {
	const { content } = state;
	const screen = screenOf(state);
	if (screen.name === "links") {
		const link = content.links()[screen.index];
		return link === undefined ? nothing : copy(plainAddress(link.url), "");
	}

	if (screen.name === "entry" || screen.name === "section") {
		const index = screen.name === "entry" ? screen.entry : screen.index;
		const entry = content.resume.sections[screen.section]?.entries[index];
		return entry === undefined ? nothing : copyEntry(entry, screen.name === "entry" ? screen : undefined);
	}

	if (screen.name === "timeline") {
		const entry = timelineEntry(content, screen.index);
		return entry === undefined ? nothing : copyEntry(entry, undefined);
	}

	const contact = mainContact(content.resume.person);
	return contact === undefined ? nothing : copy(contact, "");
}

const nothing: Effect = { kind: "say", text: "nothing to copy here" };

const copy = (text: string, what: string): Effect => ({ kind: "copy", text, what: what || text });

/** An entry's link, its citation, its text: each further press takes the next of them. */
function copyEntry(entry: Entry, screen: { link: number; copied?: number } | undefined): Effect {
	const link = entry.links[screen?.link ?? 0];
	const { publication } = entry;
	const choices = [
		...(link === undefined ? [] : [{ text: link.url, what: link.url, name: "the link" }]),
		...(publication === undefined
			? []
			: [{ text: bibtexEntry(publication), what: "the BibTeX entry", name: "its BibTeX entry" }]),
		{ text: plainText(entry), what: "the text of this entry", name: "its text" },
	];
	const turn = (screen?.copied ?? 0) % choices.length;
	const { text, what } = choices[turn]!;
	const next = choices[(turn + 1) % choices.length]!;
	return copy(text, choices.length === 1 || screen === undefined ? what : `${what} — y again for ${next.name}`);
}

/** Wide enough that no paragraph is broken: what is pasted wraps itself. */
const unwrapped = 100_000;

const plainText = (entry: Entry): string =>
	entryLines(entry, { columns: unwrapped })
		.map((line) => lineText(line).replace(/ {2,}/g, "  ").trimEnd())
		.join("\n");
