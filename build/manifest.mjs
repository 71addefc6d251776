// Of package.json the program needs its own name and the like, and nothing of how it is made.
import { readFile } from "node:fs/promises";

const needed = ["name", "version", "bugs"];

/** An esbuild plugin that leaves the rest out. */
export function manifest() {
	return {
		name: "manifest",
		setup(bundler) {
			bundler.onLoad({ filter: /[\\/]package\.json$/ }, async ({ path: file, with: { type } }) => {
				if (type !== "json" || file.includes("node_modules")) {
					return undefined;
				}
				const all = JSON.parse(await readFile(file, "utf8"));
				const kept = Object.fromEntries(needed.filter((key) => key in all).map((key) => [key, all[key]]));
				return { contents: JSON.stringify(kept), loader: "json" };
			});
		},
	};
}
