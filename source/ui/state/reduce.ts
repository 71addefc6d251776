import { screens, specOf } from "../screens/index.ts";
import { changeMatch } from "../screens/open-result.ts";
import type { Place } from "../screens/screen.ts";
import type { Action } from "./action.ts";
import { copy, type Outcome, openUrl, say } from "./effect.ts";
import type { Verb } from "./keymap.ts";
import { back, fresh, layersOf, leaveSearch, screenOf, toggle, withLayers } from "./layers.ts";
import { anchor, settle, step, stepPages, toItem } from "./moves.ts";
import { changeEntry, changeSection } from "./neighbours.ts";
import type { State } from "./state.ts";

/**
 * The next state, and what is to happen outside of it. Pure: it computes from its arguments alone, so that keys that
 * arrive together all count.
 */
export function reduce(state: State, action: Action): { state: State } & Outcome {
	const { state: next = state, effect } = react(state, action);
	return { state: next, ...(effect && { effect }) };
}

function react(state: State, action: Action): Outcome {
	const quiet: State = { ...state, notice: undefined };
	switch (action.type) {
		case "verb":
			return settled(answer(quiet, action.verb, action.number ?? 0));
		case "item":
			return { state: toItem(quiet, action.index) ?? quiet };
		case "go":
			return { state: settle(went(quiet, action)) };
		case "follow":
			return openUrl(action.url);
		case "type": {
			const screen = screenOf(state);
			const spec = specOf(screen);
			return { state: spec.kind === "field" && spec.type ? spec.type(quiet, screen, action.text) : quiet };
		}
		case "background":
			return { state: action.isLight ? { ...state, look: { ...state.look, isInkDark: true } } : state };
		case "resize":
			return { state: settle({ ...anchor(state), size: action.size }) };
		case "notify":
			return {
				state: action.stays ? { ...state, notice: undefined, warning: action.text } : { ...state, notice: action.text },
			};
		case "replace":
			return { state: settle(keepPlace({ ...state, content: action.content, warning: undefined })) };
	}
}

function went(state: State, { section, entry, at }: Extract<Action, { type: "go" }>): State {
	const next = withLayers(state, layersOf(state.content, section, entry));
	return at === undefined ? next : (toItem(next, at) ?? next);
}

/** What a verb means: on the screen that is seen, or else everywhere. */
function answer(state: State, verb: Verb, number: number): { state: State } & Outcome {
	const screen = screenOf(state);
	const own = specOf(screen).verbs?.[verb];
	const outcome = own ? own(state, screen, number) : general(state, verb, number);
	return { ...outcome, state: outcome.state ?? state };
}

const settled = ({ state, effect }: { state: State } & Outcome): Outcome => ({
	state: settle(state),
	...(effect && { effect }),
});

function general(state: State, verb: Verb, number: number): Outcome {
	switch (verb) {
		case "up":
			return { state: step(state, -1) };
		case "down":
			return { state: step(state, 1) };
		case "pageUp":
			return { state: stepPages(state, -1) };
		case "pageDown":
			return { state: stepPages(state, 1) };
		case "halfUp":
			return { state: stepPages(state, -0.5) };
		case "halfDown":
			return { state: stepPages(state, 0.5) };
		case "first":
			return { state: step(state, Number.NEGATIVE_INFINITY) };
		case "last":
			return { state: step(state, Number.POSITIVE_INFINITY) };
		case "jump":
			return { state: toItem(state, number - 1) ?? { ...state, notice: `there is no item ${number} here` } };
		case "back":
			return { state: leaveSearch(back(state)) };
		case "nextSection":
			return { state: changeSection(state, 1) };
		case "previousSection":
			return { state: changeSection(state, -1) };
		case "nextEntry":
			return { state: changeEntry(state, 1) };
		case "previousEntry":
			return { state: changeEntry(state, -1) };
		case "nextMatch":
			return { state: changeMatch(state, 1) };
		case "previousMatch":
			return { state: changeMatch(state, -1) };
		case "search":
			return { state: fresh(state, screens.search.start!(state, placeOf(state))) };
		case "timeline":
		case "links":
		case "card":
		case "help":
			return { state: toggle(state, screens[verb].start!(state, placeOf(state))) };
		case "language":
			return translate(state);
		case "copy":
			return copy(undefined);
		case "openLink":
			return openUrl(undefined);
		case "quit":
		case "interrupt":
			return { effect: { kind: "quit" } };
		case "suspend":
			return { effect: { kind: "suspend" } };
		case "redraw":
			return { effect: { kind: "redraw" } };
		default:
			return {};
	}
}

/** The next of the languages that the résumé is in. */
function translate({ content }: State): Outcome {
	const { language, languages } = content.resume;
	const next = languages[(languages.indexOf(language) + 1) % languages.length];
	return next === undefined || next === language
		? say("this résumé is in one language")
		: { effect: { kind: "translate", language: next } };
}

/** The current place in the résumé. */
function placeOf(state: State): Place | undefined {
	const screen = screenOf(state);
	return specOf(screen).place?.(state, screen);
}

/** For another résumé: drops the layers whose section or entry no longer exists. */
function keepPlace(state: State): State {
	const { sections } = state.content.resume;
	const layers = state.layers.filter((screen) => {
		const section = "section" in screen ? sections[screen.section] : undefined;
		const isGone = "section" in screen && section === undefined;
		return !isGone && !("entry" in screen && section?.entries[screen.entry] === undefined);
	});
	return withLayers(state, layers);
}
