import { textHeight, textLines } from "../moves/measure.ts";
import type { State } from "../state.ts";
import type { View } from "../view.ts";

/** A text that scrolls: an entry, the card, the help. The lines in view, from `top`. */
export function textView(state: State, { top }: { top: number }): View {
	return { lines: textLines(state).slice(top, top + textHeight(state)) };
}
