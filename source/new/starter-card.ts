import document from "../../data/starter.json" with { type: "json" };
import type { Answers } from "./answers.ts";

/**
 * The résumé of a new card as JSON text: what was answered, and of the starter the sections that nearly everyone has. The
 * schema completes the others in an editor.
 */
export function starterCard({ name, email, headline }: Answers): string {
	const { basics, education, work, skills } = document;
	const resume = {
		// Installed with the engine, so that editors find it offline.
		$schema: "./node_modules/engine/schema.json",
		basics: {
			name: name ?? basics.name,
			...(headline !== undefined && { label: headline }),
			...(name === undefined ? { email: basics.email } : email !== undefined && { email }),
			summary: basics.summary,
		},
		work: work.slice(0, 1),
		education,
		skills,
		meta: { private: [] },
	};
	return `${JSON.stringify(resume, undefined, 2)}\n`;
}
