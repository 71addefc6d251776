import { execFileSync } from "node:child_process";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

export type Packed = {
	/** The packed package, a file. */
	file: string;
	/** Bytes of it. */
	size: number;
	unpackedSize: number;
	files: { path: string; size: number; mode: number }[];
};

/** The package as `npm pack` makes it of what the run has built, put into the folder. */
export function pack(folder: string): Packed {
	const said = execFileSync(
		"npm",
		["pack", "--json", "--ignore-scripts", "--loglevel=error", "--pack-destination", folder],
		{
			cwd: root,
			encoding: "utf8",
		},
	);
	// A list up to npm 11, an object by package name in later ones.
	const parsed: unknown = JSON.parse(said);
	const [entry] = Object.values(parsed as Record<string, Packed & { filename: string }>);
	return { ...entry!, file: path.join(folder, entry!.filename) };
}
