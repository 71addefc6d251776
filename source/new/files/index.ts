import { givenName } from "../../resume/given-name.ts";
import type { Resume } from "../../resume/model.ts";
import type { Answers } from "../answers.ts";
import type { Engine } from "../engine.ts";
import { deployFiles } from "./deploy.ts";
import { licenseText } from "./license.ts";
import { binFile, manifestFile } from "./package-files.ts";
import { readmeFile } from "./readme.ts";
import { checkWorkflow, pageWorkflow, publishWorkflow } from "./workflows.ts";

/** What the files of a card are made from. */
export type CardParts = {
	answers: Answers;
	/** The résumé as it is shown, for the README and the descriptions. */
	resume: Resume;
	/** The file that the card's owner edits: its name in the folder, and its text. */
	source: { name: string; text: string };
	/** The same résumé in other languages: texts by the names of their files. */
	translations?: ReadonlyMap<string, string>;
	engine: Pick<Engine, "name" | "version">;
	/** The home screen, as an SVG. */
	picture: string;
	year: number;
};

/** The files of a new card, by their path in its folder. */
export function cardFiles({
	answers,
	resume,
	source,
	translations,
	engine,
	picture,
	year,
}: CardParts): Map<string, string> {
	const license = licenseText(answers.license, givenName(resume) ?? "the author", year);
	return new Map([
		[source.name, source.text],
		...(translations ?? []),
		["package.json", manifestFile(answers, resume, source.name, engine)],
		["bin.cjs", binFile],
		["README.md", readmeFile(answers, resume, source.name)],
		["picture.svg", picture],
		...(license === undefined ? [] : [["LICENSE", license] as const]),
		[".gitignore", "node_modules/\ndist/\n*.tgz\n"],
		[".github/workflows/check.yml", checkWorkflow],
		[".github/workflows/publish.yml", publishWorkflow],
		[".github/workflows/page.yml", pageWorkflow],
		...(answers.hasDeploy ? deployFiles(answers.packageName) : []),
	]);
}
