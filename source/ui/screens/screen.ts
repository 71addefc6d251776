import type { Layout } from "../frame/layout.ts";
import type { Line } from "../frame/line.ts";
import type { Part } from "../frame/part.ts";
import type { Outcome } from "../state/effect.ts";
import type { Verb } from "../state/keymap.ts";
import type { Scrolled, State } from "../state/state.ts";
import type { Screen } from "./index.ts";

/** The room that a screen has between header and footer. */
export type Room = {
	columns: number;
	/** Columns of running text: no wider than reads well. */
	textColumns: number;
	rows: number;
};

/** A cell, counted from 0 at the left and the top. */
export type Cell = { column: number; row: number };

/** A list as it is put on the screen. */
export type ListBody = {
	parts: Part[];
	/** Rows of the list itself: what a page key moves by. */
	rows: number;
};

/** What a screen reader is given of a screen, in words and in the order it is read. */
export type SpokenBody = {
	title: string;
	paragraphs: string[];
	/** The items of a list, each said when it is highlighted. */
	items?: (() => string)[];
};

/** The current place in the résumé. */
export type Place = { section: number; entry?: number; url?: string };

/** What every screen answers for itself. `S` is what the state keeps of it. */
type Common<S> = {
	/** The path to it from home, for the line above the body: "Research Experience", "2 of 5". */
	path: (state: State, screen: S) => string[];
	/** The lines above the body in place of that one. */
	header?: (state: State, layout: Layout, screen: S) => Line[];
	/** What its keys do, where that differs from other screens; `number` is the digit of `jump`. */
	verbs?: { [V in Verb]?: (state: State, screen: S, number: number) => Outcome };
	/** The keys that its footer shows, and what they do here in a word or two. */
	hints: (state: State, screen: S) => { [V in Verb]?: string };
	/** What is highlighted or open: where the timeline and the links start, and where Tab continues from. */
	place?: (state: State, screen: S) => Place | undefined;
	/** Its state when a key opens it over another screen; `place` is the current one. */
	start?: (state: State, place: Place | undefined) => Screen;
};

/** A list with one item highlighted; a "field" also takes typed characters. */
export type ListScreen<S> = Common<S> & {
	kind: "list" | "field";
	/** How many items there are. */
	count: (state: State, screen: S) => number;
	body: (state: State, screen: S, room: Room) => ListBody;
	spoken: (state: State, screen: S) => SpokenBody;
	/** For a field: where in the room the next character goes. */
	caret?: (screen: S, room: Room) => Cell;
	/** What typed or pasted text does. */
	type?: (state: State, screen: S, text: string) => State;
};

/** A text that scrolls. */
export type TextScreen<S> = Common<S> & {
	kind: "text";
	/** All of its lines. */
	text: (state: State, screen: S, room: Room) => readonly Line[];
	/** What is at the bottom of the room, if the text leaves as many rows. */
	bottom?: (state: State, screen: S, room: Room) => Part[];
	/** What it is called aloud; the lines in view follow. */
	spokenTitle: (state: State, screen: S) => string;
};

export type ScreenSpec<S> = S extends Scrolled ? TextScreen<S> : ListScreen<S>;
