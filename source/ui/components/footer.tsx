import { footerLine } from "../lines/footer-line.ts";
import type { State } from "../state.ts";
import { TextLine } from "./text-line.tsx";

/** The keys of this screen, or what the program has to say. */
export function Footer({ state }: { state: State }) {
	return <TextLine line={footerLine(state)} />;
}
