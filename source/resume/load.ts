import embedded from "../../data/resume.json" with { type: "json" };
import type { Resume } from "./model.ts";
import { normalise } from "./normalise.ts";
import { toResume } from "./sections.ts";

/** What the one door gives: the view model, and the document it came from for those who want the JSON itself. */
export type Loaded = {
	resume: Resume;
	/** The JSON Resume document, its private paths removed. */
	document: unknown;
	/** One clear sentence for each thing that was not as the standard says. */
	oddities: string[];
};

/** The résumé that the package carries. */
export function loadEmbedded(): Loaded {
	return toLoaded(embedded);
}

function toLoaded(document: unknown): Loaded {
	return { resume: toResume(normalise(document)), document, oddities: [] };
}
