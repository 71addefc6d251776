import manifest from "../package.json" with { type: "json" };

type Manifest = { name: string; version: string; bugs?: { url?: string } };
const { name, version, bugs }: Manifest = manifest;

/** What the program is called: the package's name without its scope, as it stands in every sentence and in the help. */
export const programName = name.replace(/^@[^/]+\//, "");

export const programVersion = version;

/** The command that brings a visitor back. */
export const comeBackCommand = `npx ${name}`;

/** Where a fault of the program is told. */
export const reportAddress = bugs?.url ?? `https://www.npmjs.com/package/${name}`;
