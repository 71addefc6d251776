// @ts-check
// How the published program is made. `npm run build` writes dist/.
import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { rolldown } from "rolldown";
import { aliased } from "./aliases.mjs";
import { commonJs } from "./commonjs.mjs";
import { embedded, loadResume } from "./embedded.mjs";
import { evaluate, root } from "./evaluate.mjs";
import { codeSplitting, fileName } from "./files.mjs";
import { notices } from "./notices.mjs";
import { ownResume } from "./own-resume.mjs";
import { bundledPackages } from "./packages.mjs";
import { billOfMaterials } from "./sbom.mjs";
import { validators } from "./validators.mjs";

/** @type {import("rolldown").TransformOptions} */
const transform = {
	target: "node20",
	define: {
		// React's production text.
		"process.env.NODE_ENV": '"production"',
		// The first use of it loads node:perf_hooks; React's scheduler and Ink only ask the time.
		performance: "undefined",
		"performance.now": "Date.now",
		// With it, Yoga would get its own WebAssembly from a data: URL, which loads all of undici, for 49 ms; without
		// it, it takes the bytes. The program asks no server for anything.
		fetch: "undefined",
	},
	inject: { "Intl.Segmenter": [path.join(import.meta.dirname, "instead", "segmenter.mjs"), "LateSegmenter"] },
};

/**
 * Builds the program: the engine, whose entry is index.cjs, and cli.cjs, the package's own command.
 *
 * @param {{ outdir?: string, minify?: boolean, resume?: string, isPublic?: boolean }} [options] outdir: emptied first;
 *   minify: false keeps the names for a profile; resume: the file of another résumé than that of the package, for the
 *   tests; isPublic: the package is about to be published
 * @returns {Promise<string[]>} the files of all modules that the program is made of
 */
export async function buildProgram({
	outdir = path.join(root, "dist"),
	minify = true,
	resume = ownResume(),
	isPublic = false,
} = {}) {
	/** @type {import("./packages.mjs").Package[]} */
	let packages = [];
	const asked = bundledPackages((found) => {
		packages = found;
	});
	const bundle = await rolldown({
		cwd: root,
		input: { cli: "cli.tsx", index: "source/index.ts" },
		platform: "node",
		preserveEntrySignatures: "allow-extension",
		// jsonc-parser's other form cannot be bundled.
		resolve: { mainFields: ["module", "main"] },
		transform,
		plugins: [embedded(await loadResume(resume, isPublic)), validators(), aliased(), asked],
		// build.mjs says what went wrong: the lines that are quoted may hold what is private.
		logLevel: "warn",
		onLog: (_level, log) => {
			// A package that isn't installed: its import would be left as it is.
			if (log.code === "UNRESOLVED_IMPORT") {
				throw log;
			}
		},
	});
	const { output } = await bundle.generate({
		minifyInternalExports: false,
		codeSplitting,
		entryFileNames: fileName,
		chunkFileNames: fileName,
	});
	const chunks = output.filter((each) => each.type === "chunk");
	const files = await commonJs(chunks, {
		absWorkingDir: root,
		platform: "node",
		target: "node20",
		minify,
		legalComments: "none",
		// V8 looks up the characters of each `\p{…}` where it reads the expression, also in functions that never run: 2 ms a
		// start. As `new RegExp` it's made when it's used.
		supported: { "regexp-sticky-and-unicode-flags": false },
		logLevel: "silent",
	});
	const program = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
	const { manPage } = await evaluate("source/call/man.ts");
	const name = program.name.replace(/^.*\//, "");
	files
		.set("THIRD-PARTY-LICENSES.txt", notices(packages))
		.set("sbom.cdx.json", billOfMaterials(program, packages))
		.set(`${name}.1`, manPage(name, program.version));
	await rm(outdir, { recursive: true, force: true });
	await mkdir(outdir, { recursive: true });
	for (const [file, text] of files) {
		await writeFile(path.join(outdir, file), text);
	}
	await chmod(path.join(outdir, "cli.cjs"), 0o755);
	return chunks.flatMap(({ moduleIds }) => moduleIds);
}
