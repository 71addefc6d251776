import { givenName } from "../../resume/given-name.ts";
import type { Resume } from "../../resume/model.ts";
import type { Answers } from "../answers.ts";
import type { Engine } from "../engine.ts";
import { licenses } from "./license.ts";

/**
 * The card's command. While the card is edited, "#engine" and "#resume" are the installed engine and the file that is
 * edited; in the published package they are what `pack` wrote into dist/. The card's package.json says which is which.
 */
export const binFile = `#!/usr/bin/env node
const { name, version } = require("./package.json");
require("#engine").run({ resume: require.resolve("#resume"), name, version });
`;

/** The condition under which the card runs from its sources (https://nodejs.org/api/packages.html#conditional-exports). */
const development = "node -C development bin.cjs";

export function manifestFile(
	{ packageName, license }: Answers,
	resume: Resume,
	source: string,
	engine: Pick<Engine, "name" | "version">,
): string {
	const name = givenName(resume);
	const manifest = {
		name: packageName,
		version: "1.0.0",
		description: `${name === undefined ? "A" : `${name}'s`} résumé in a terminal: npx ${packageName}`,
		license: licenses[license].spdx,
		keywords: ["resume", "cv", "json-resume", "terminal", "cli"],
		bin: "bin.cjs",
		// npm keeps what has a scope private if nothing is said.
		...(packageName.startsWith("@") && { publishConfig: { access: "public" } }),
		files: ["dist", "picture.svg"],
		imports: {
			"#engine": { development: "engine", default: "./dist/engine/index.cjs" },
			"#resume": { development: `./${source}`, default: "./dist/resume.json" },
		},
		engines: { node: ">=20" },
		scripts: {
			start: `${development} --watch`,
			print: `${development} --print`,
			test: `${development} validate --strict ${source}`,
			prepack: `${development} pack`,
		},
		devDependencies: { engine: `npm:${engine.name}@^${engine.version}` },
	};
	return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
