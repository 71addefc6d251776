// @ts-check
import { existsSync } from "node:fs";
import path from "node:path";

const data = path.resolve(import.meta.dirname, "..", "data");

/**
 * The file of the package's own résumé, in JSON or YAML.
 *
 * @param {string} [folder]
 * @returns {string} its path; that of resume.json if there is none
 * @throws {Error} if there are several: the one that isn't meant must not be published
 */
export function ownResume(folder = data) {
	const names = ["resume.json", "resume.yaml", "resume.yml"].filter((name) => existsSync(path.join(folder, name)));
	if (names.length > 1) {
		const sentence = `data/ has more than one résumé: ${names.join(", ")}; keep one of them`;
		throw Object.assign(new Error(sentence), { exitCode: 2 });
	}

	return path.join(folder, names[0] ?? "resume.json");
}
