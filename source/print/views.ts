import { allLinks, plainAddress } from "../resume/links.ts";
import type { Resume } from "../resume/model.ts";
import type { ViewName } from "../resume/select.ts";
import { timelineOf } from "../resume/timeline.ts";
import { textWidth } from "./width.ts";

/** The rows of a view across all sections: what is in the left column, and what beside it. */
const rowsOf: Record<ViewName, (resume: Resume) => [string, string][]> = {
	timeline: (resume) => timelineOf(resume).rows.map(({ dates, label }) => [dates, label]),
	links: (resume) =>
		allLinks(resume).map(({ label, url, where, section }) => [
			plainAddress(url),
			section === undefined ? where : label,
		]),
};

/** A view as text, a row a line, ending in a line feed; for a screen reader without columns. */
export function printView(resume: Resume, view: ViewName, { isLinear = false }: { isLinear?: boolean }): string {
	const rows = rowsOf[view](resume);
	const column = Math.max(0, ...rows.map(([left]) => textWidth(left)));
	const gap = (left: string) => (isLinear ? ", " : " ".repeat(column - textWidth(left) + 2));
	return rows.map(([left, right]) => `${left}${gap(left)}${right}\n`).join("");
}
