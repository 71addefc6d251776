import { TextLines } from "../components/text-lines.tsx";
import { textHeight, textLines } from "../measure.ts";
import type { State } from "../state.ts";

/** A text that scrolls: an entry, the card, the help. The lines in view, from `top`. */
export function TextScreen({ state, top }: { state: State; top: number }) {
	return <TextLines lines={textLines(state).slice(top, top + textHeight(state))} />;
}
