// How the published program is made: one CommonJS file for each border that a dynamic import draws, so that a start
// compiles only what it needs; those that no first frame needs lie in one archive. `npm run build` writes dist/.
import { chmod, copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { aliases } from "./aliases.mjs";
import { pack } from "./archive.mjs";
import { embedded, loadResume } from "./embedded.mjs";
import { join } from "./join.mjs";
import { lazyEntries, lazyFiles, lazyModules } from "./lazy.mjs";
import { manifest } from "./manifest.mjs";
import { notices } from "./notices.mjs";
import { react } from "./react.mjs";
import { validators } from "./validators.mjs";

const root = path.resolve(import.meta.dirname, "..");
const target = "node20";

/** What a start needs, step by step: printing stops after the second, the first frame is drawn with the third. */
const steps = ["cli.tsx", "source/cli/show.ts", "source/cli/browse.ts"];

/** What else stands by itself, those that share a file together: for a printer the 5 ms of the archive are too much. */
const sides = [
	[
		"source/call/help.ts",
		"source/print/bibtex.ts",
		"source/print/json.ts",
		"source/print/markdown.ts",
		"source/print/vcard.ts",
	],
];

/**
 * With what all later frames are drawn: in the archive, which is read while the first frame is looked at. The card, which
 * takes longer to make than to read, and colours, which no pipe gets, are in it for what they share with the viewer.
 */
const viewer = { step: "source/ui/mount.tsx", sides: ["source/print/print-card.ts", "source/print/style.ts"] };

/**
 * Builds the program.
 *
 * esbuild splits code only between ES modules, and Node starts CommonJS sooner; so the modules are split first and
 * each file is then turned into CommonJS by itself. A module that two files need is one module, in a file of its own:
 * a class such as UserError is the same on both sides of a border.
 *
 * @param {{ entry?: string, outdir?: string, minify?: boolean, resume?: string, isPublic?: boolean }} [options] entry:
 *   the program's first module; outdir: emptied first; minify: false keeps the names for a profile; resume: the file of
 *   another résumé than that of the package, for the tests; isPublic: the package is about to be published
 * @returns {Promise<import("esbuild").Metafile>} which source went into which file, before the second step
 */
export async function buildProgram({
	entry = path.join(root, "cli.tsx"),
	outdir = path.join(root, "dist"),
	minify = true,
	resume = path.join(root, "data", "resume.json"),
	isPublic = false,
} = {}) {
	const loaded = await loadResume(resume, isPublic);
	const { version } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
	const { outputFiles, metafile } = await build({
		absWorkingDir: root,
		entryPoints: { cli: entry, ...lazyEntries },
		outdir,
		bundle: true,
		splitting: true,
		format: "esm",
		platform: "node",
		target,
		minify,
		legalComments: "none",
		metafile: true,
		write: false,
		logLevel: "silent",
		chunkNames: "[name]-[hash]",
		// Ink reads DEV, React reads NODE_ENV: neither may look at the visitor's environment.
		define: {
			// The first use of the global loads node:perf_hooks; React's scheduler and Ink only ask the time.
			performance: "undefined",
			"performance.now": "Date.now",
			"process.env.NODE_ENV": '"production"',
			"process.env.DEV": '"false"',
			'process.env["DEV"]': '"false"',
			"globalThis.__PROGRAM_VERSION__": JSON.stringify(version),
		},
		plugins: [embedded(loaded), lazyModules(), manifest(), react(), validators(), aliases()],
	});
	await rm(outdir, { recursive: true, force: true });
	await mkdir(outdir, { recursive: true });
	const nameOf = (file) => path.basename(file);
	const outputs = Object.entries(metafile.outputs);
	const texts = new Map(outputFiles.map(({ path: file, text }) => [nameOf(file), text.replace(/^#!.*\n/, "")]));
	const needs = new Map(
		outputs.map(([file, { imports }]) => [
			nameOf(file),
			imports.filter(({ kind, external }) => kind === "import-statement" && !external).map((each) => nameOf(each.path)),
		]),
	);
	const fileOf = (source) => nameOf(outputs.find(([, { entryPoint }]) => entryPoint === source)[0]);
	const roots = {
		steps: ["cli.js", ...steps.slice(1).map(fileOf)],
		sides: sides.map((side) => side.map(fileOf)),
		viewer: {
			step: fileOf(viewer.step),
			sides: [...viewer.sides.map(fileOf), ...lazyFiles].map((file) => [file]),
		},
	};
	const { plain, archived } = await join(texts, needs, roots, {
		platform: "node",
		target,
		minify,
		legalComments: "none",
		supported: { "dynamic-import": false },
	});
	await Promise.all(
		[...plain].map(([name, text]) =>
			writeFile(path.join(outdir, name), name === "cli.cjs" ? `#!/usr/bin/env node\n${text}` : text),
		),
	);
	await writeFile(path.join(outdir, "archive.br"), pack(archived));
	await copyFile(path.join(import.meta.dirname, "archive.cjs"), path.join(outdir, "archive.cjs"));
	await chmod(path.join(outdir, "cli.cjs"), 0o755);
	await writeFile(path.join(outdir, "THIRD-PARTY-LICENSES.txt"), await notices(metafile, root));
	return metafile;
}
