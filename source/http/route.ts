import { UserError } from "../errors.ts";
import type { PublishedFile } from "../print/files.ts";
import type { TextFormat } from "../print/formats.ts";
import type { Resume } from "../resume/model.ts";
import { quote } from "../resume/quote.ts";
import { nearestOf, type Selection, selectPlace } from "../resume/select.ts";
import { slug } from "../resume/slug.ts";
import { Refusal } from "./refusal.ts";

/** What a path names. */
export type Target = { kind: "part"; selection: Selection } | { kind: "card" } | { kind: "file"; format: TextFormat };

/**
 * What is at a path.
 * @param files that the résumé is published in.
 * @throws {Refusal} if nothing is, naming what is nearest.
 */
export function route(path: string, resume: Resume, files: readonly PublishedFile[]): Target {
	const words = wordsOf(path);
	const [word, ...others] = words;
	if (word === undefined || (word === "index.html" && others.length === 0)) {
		return { kind: "part", selection: {} };
	}

	if (others.length === 0) {
		const file = files.find(({ name }) => name === word);
		if (file || word === "card") {
			return file ? { kind: "file", format: file.format } : { kind: "card" };
		}
	}

	try {
		return { kind: "part", selection: selectPlace(resume, words) };
	} catch (error) {
		const isFile = others.length === 0;
		const names = [...files.map(({ name }) => name), "card"];
		const nearest = isFile ? nearestOf(word.toLowerCase(), names) : undefined;
		if (nearest !== undefined) {
			throw new Refusal(404, `nothing is called ${quote(word)}; did you mean "/${nearest}"?`, nearest);
		}

		// The sentence for a section names the nearest itself.
		const ids = resume.sections.map(({ id }) => id);
		throw error instanceof UserError ? new Refusal(404, error.message, nearestOf(slug(word), ids)) : error;
	}
}

/** The words of a path, as the command line has them: "/research/2" is "research 2". */
function wordsOf(path: string): string[] {
	try {
		return path
			.split("/")
			.filter((word) => word !== "")
			.map(decodeURIComponent);
	} catch {
		throw new Refusal(400, "the path has a percent sign without two hexadecimal digits after it");
	}
}
