import type { Loaded, LoadOptions } from "./resume/load.ts";

/** What a package says of itself in its `package.json`. */
export type PackageIdentity = {
	/** The name that npm knows, with its scope. */
	name: string;
	version: string;
	bugs?: { url?: string };
	/** The address of the schema that it publishes; without one, a starter names JSON Resume's own. */
	schema?: string;
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
	/** Who runs it: in a packed card, commands that need the engine's package aren't there. */
	caller: "owner" | "guest";
	/** The file that the program's own résumé is read from; undefined if it is built in. */
	file: string | undefined;
	/** The résumé that is shown if the command line names no other. */
	load: (options: LoadOptions) => Promise<Loaded>;
};

const jsonResumeSchema = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";

/**
 * The program that a package is.
 * @param resume what it shows: a file's path, or what was loaded of one before.
 */
export const createProgram = (
	{ name, version, bugs, schema = jsonResumeSchema }: PackageIdentity,
	resume: Loaded | string,
	caller: Program["caller"] = "owner",
): Program => ({
	name: name.replace(/^@[^/]+\//, ""),
	version,
	command: `npx ${name}`,
	bugs: bugs?.url ?? `https://www.npmjs.com/package/${name}`,
	schema,
	caller,
	file: typeof resume === "string" ? resume : undefined,
	load: (options) => loadOwn(resume, options),
});

async function loadOwn(resume: Loaded | string, options: LoadOptions): Promise<Loaded> {
	const packed = typeof resume === "string" ? await (await import("./resume/packed.ts")).readPacked(resume) : resume;
	const isWhole = Object.values(options).every((option) => option === undefined);
	if (packed !== undefined && isWhole) {
		return packed;
	}

	const { loadFile, reload } = await import("./resume/load.ts");
	return packed === undefined ? loadFile(resume as string, options) : reload(packed, options);
}
