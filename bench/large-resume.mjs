import { writeFile } from "node:fs/promises";
import path from "node:path";

/** Writes a résumé with that many entries under one section. @returns {Promise<string>} its path */
export async function writeLargeResume(folder, entries) {
	const work = Array.from({ length: entries }, (_, index) => ({
		name: `Organisation ${index}`,
		position: `Role number ${index}`,
		startDate: `${1990 + (index % 30)}-0${1 + (index % 9)}`,
		summary: "What was done there, in a sentence that is as long as such sentences are.",
		highlights: ["One thing that went well", "Another thing, told in a few more words than the first"],
	}));
	const file = path.join(folder, `resume-${entries}.json`);
	await writeFile(file, JSON.stringify({ basics: { name: "Someone" }, work }));
	return file;
}
