import type { State } from "./state.ts";

/** What a key does outside the state. `what` names it in words: "copied the link". */
export type Effect =
	| { kind: "copy"; text: string; what: string }
	| { kind: "open"; url: string }
	| { kind: "say"; text: string }
	| { kind: "translate"; language: string }
	| { kind: "quit" }
	| { kind: "suspend" }
	/** Redraws the whole screen: another program may have written on it. */
	| { kind: "redraw" };

/** What comes of a key: the next state if it changes, and what happens outside of it. */
export type Outcome = { state?: State; effect?: Effect };

export const say = (text: string): Outcome => ({ effect: { kind: "say", text } });

/** Copies a text; `what` is what to call it if it's too long to be said whole. */
export const copy = (text: string | undefined, what = text ?? ""): Outcome =>
	text === undefined ? say("nothing to copy here") : { effect: { kind: "copy", text, what } };

export const openUrl = (url: string | undefined): Outcome =>
	url === undefined ? say("no link here; u lists all links") : { effect: { kind: "open", url } };
