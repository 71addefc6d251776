import { loadFile } from "../../source/resume/load.ts";
import type { Resume } from "../../source/resume/model.ts";
import { createContent } from "../../source/ui/content.ts";
import type { Size } from "../../source/ui/layout.ts";
import { initialState, type State } from "../../source/ui/state.ts";
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
	start: Parameters<typeof initialState>[2] = {},
): State => initialState(createContent(resume, { comeBack: "npx resume", isInkDark: false }), size, start);
