// @ts-check
// How the published program is made. `npm run build` writes dist/.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { aliased } from "./aliases.mjs";
import { command } from "./command.mjs";
import { loadResume } from "./embedded.mjs";
import { evaluate, root } from "./evaluate.mjs";
import { notices } from "./notices.mjs";
import { ownResume } from "./own-resume.mjs";
import { bundledPackages } from "./packages.mjs";
import { billOfMaterials } from "./sbom.mjs";
import { split } from "./split.mjs";
import { validators } from "./validators.mjs";

/**
 * Builds the program: the engine, whose entry is index.cjs, and cli.cjs, the package's own command.
 *
 * @param {{ outdir?: string, minify?: boolean, resume?: string, isPublic?: boolean }} [options] outdir: emptied first;
 *   minify: false keeps the names for a profile; resume: the file of another résumé than that of the package, for the
 *   tests; isPublic: the package is about to be published
 * @returns {Promise<import("esbuild").Metafile>} of which modules the program is made
 */
export async function buildProgram({
	outdir = path.join(root, "dist"),
	minify = true,
	resume = ownResume(),
	isPublic = false,
} = {}) {
	const loaded = await loadResume(resume, isPublic);
	const { files, metafile } = await split(
		{
			absWorkingDir: root,
			entryPoints: { index: path.join(root, "source", "index.ts") },
			outdir,
			bundle: true,
			platform: "node",
			target: "node20",
			legalComments: "none",
			// build.mjs says what went wrong: the lines that esbuild quotes may hold what is private.
			logLevel: "silent",
			// jsonc-parser's other form cannot be bundled.
			mainFields: ["module", "main"],
			// V8 looks up the characters of each `\p{…}` where it reads the expression, also in functions that never run: 2 ms a
			// start. As `new RegExp` it's made when it's used.
			supported: { "regexp-sticky-and-unicode-flags": false },
			define: {
				// React's production text.
				"process.env.NODE_ENV": '"production"',
				// The first use of it loads node:perf_hooks; React's scheduler and Ink only ask the time.
				performance: "undefined",
				"performance.now": "Date.now",
				// With it, Yoga would get its own WebAssembly from a data: URL, which loads all of undici, for 49 ms; without
				// it, it takes the bytes. The program asks no server for anything.
				fetch: "undefined",
				"Intl.Segmenter": "LateSegmenter",
			},
			inject: [path.join(root, "build", "instead", "segmenter.mjs")],
			plugins: [validators(), aliased()],
		},
		minify,
	);
	await rm(outdir, { recursive: true, force: true });
	await mkdir(outdir, { recursive: true });
	for (const [name, text] of files) {
		await writeFile(path.join(outdir, name), text);
	}
	await writeFile(path.join(outdir, "cli.cjs"), await command(loaded, minify), { mode: 0o755 });
	const packages = await bundledPackages(metafile, root);
	await writeFile(path.join(outdir, "THIRD-PARTY-LICENSES.txt"), await notices(packages, root));
	const program = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
	await writeFile(path.join(outdir, "sbom.cdx.json"), billOfMaterials(program, packages));
	const { manPage } = await evaluate("source/call/man.ts");
	const name = program.name.replace(/^.*\//, "");
	await writeFile(path.join(outdir, `${name}.1`), manPage(name, program.version));
	return metafile;
}
