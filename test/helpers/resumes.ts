import { loadFile } from "../../source/resume/load.ts";
import type { Resume } from "../../source/resume/model.ts";
import type { Selection } from "../../source/resume/select.ts";
import { createContent } from "../../source/ui/content.ts";
import { frameOf, frameRows } from "../../source/ui/frame/frame.ts";
import type { Size } from "../../source/ui/frame/layout.ts";
import { lineText } from "../../source/ui/frame/line.ts";
import type { Action } from "../../source/ui/state/action.ts";
import type { Verb } from "../../source/ui/state/keymap.ts";
import { reduce } from "../../source/ui/state/reduce.ts";
import { initialState, type State } from "../../source/ui/state/state.ts";
import { wholeContent } from "../../source/ui/whole-content.ts";
import "./wide.ts";
import { newFile } from "./files.ts";
import { loadSample } from "./sample.ts";

/** The résumé of a document, through the one door that a visitor's file comes in by. */
export async function resumeOf(context: Parameters<typeof newFile>[0], document: unknown): Promise<Resume> {
	return (await loadFile(await newFile(context, JSON.stringify(document)))).resume;
}

/** A person with a section of so many dated entries, each with `highlights` lines. */
export function longDocument(entries: number, highlights = 2): unknown {
	return {
		basics: { name: "Ada Example", label: "Engineer", email: "ada@example.org", url: "https://ada.example" },
		work: Array.from({ length: entries }, (_, index) => ({
			name: `Company ${index + 1}`,
			position: `Role ${index + 1}`,
			startDate: `${2000 + (index % 20)}-0${(index % 9) + 1}`,
			endDate: `${2001 + (index % 20)}-0${(index % 9) + 1}`,
			highlights: Array.from({ length: highlights }, (_, line) => `Did thing ${line + 1} of company ${index + 1}.`),
			url: `https://example.org/company-${index + 1}`,
		})),
		skills: [{ name: "Baking", keywords: ["bread", "cakes"] }],
	};
}

const { resume: embedded } = await loadSample();

/** The state in which the viewer opens on this résumé. */
export const stateOf = (
	resume: Resume = embedded,
	size: Size = { columns: 80, rows: 24 },
	start: Selection = {},
): State =>
	initialState(wholeContent(createContent(resume)), { comeBack: "npx resume", isInkDark: false }, size, start);

/** The state after verbs and other actions. */
export const after = (state: State, ...steps: (Verb | Action)[]): State =>
	steps
		.map((step): Action => (typeof step === "string" ? { type: "verb", verb: step } : step))
		.reduce((before, action) => reduce(before, action).state, state);

/** The whole screen as text, row by row, without blanks at the ends. */
export const rowsOf = (state: State): string[] => frameRows(frameOf(state)).map((row) => lineText(row).trimEnd());
