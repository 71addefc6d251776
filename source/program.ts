import type { Loaded } from "./resume/load.ts";

/** What a package says of itself in its `package.json`. */
export type PackageIdentity = {
	/** The name that npm knows, with its scope. */
	name: string;
	version: string;
	bugs?: { url?: string };
};

/** The program as it presents itself: the same code runs under the name and with the résumé of any package. */
export type Program = {
	/** The package's name without its scope, for the help and before each message. */
	name: string;
	version: string;
	/** What brings a visitor back: "npx my-card". */
	command: string;
	/** Where an internal error is reported. */
	bugs: string;
	/** The address of the schema that an editor completes a résumé from. */
	schema: string;
	/** What is shown if the command line names no other résumé. */
	resume: Loaded;
};

/** The program that a package is. */
export const createProgram = ({ name, version, bugs }: PackageIdentity, resume: Loaded): Program => ({
	name: name.replace(/^@[^/]+\//, ""),
	version,
	command: `npx ${name}`,
	bugs: bugs?.url ?? `https://www.npmjs.com/package/${name}`,
	schema: `https://unpkg.com/${name}@${version}/schema.json`,
	resume,
});
