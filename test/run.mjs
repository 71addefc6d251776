// Runs the tests under test/ with node:test, and builds the program first.
//
//   node test/run.mjs [PATH-PART ...]     only the files whose path contains one of them
//   node test/run.mjs --fast ...           only the files that start neither the program nor any other
//   node test/run.mjs --nodes 22,24 ...    also those of the built program with the program on these Node.js versions
//   TEST_NODE=/path/to/node               the Node.js that runs the built program in test/e2e/ and test/package/npx
//
// The résumé in the tests, and in the program that they run, is that of test/fixtures: the owner's own may change, and be
// another's. dist/ is built as it is published.
//
// The files are bundled by esbuild in one go, since a TypeScript loader in each of their processes takes longer than
// most of the tests. Packages stay outside the bundles.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { buildProgram } from "../build/program.mjs";
import { nodePath } from "../scripts/nodes.mjs";
import { divide, isPure } from "./tasks.mjs";

const here = import.meta.dirname;
const root = path.dirname(here);
// A run of its own folder, so that two runs at a time do not disturb each other. Below the root, where Node finds the packages.
const outdir = path.join(root, ".cache", `test-${process.pid}`);

const sample = path.join(here, "fixtures", "resume.json");
const program = path.join(outdir, "program");

const { values, positionals: wanted } = parseArgs({
	options: { fast: { type: "boolean", default: false }, nodes: { type: "string" } },
	allowPositionals: true,
});
const isFast = values.fast;
const nodes = new Map(values.nodes?.split(",").map((major) => [Number(major), nodePath(Number(major))]));
const isWindows = process.platform === "win32";
if (isWindows) {
	process.stdout.write("skipped on Windows: what drives a pseudo-terminal, a POSIX shell, OpenSSH or a browser\n");
}

const files = readdirSync(here, { recursive: true })
	.map((file) => path.join("test", file))
	.filter((file) => /\.test\.tsx?$/.test(file) && (wanted.length === 0 || wanted.some((part) => file.includes(part))))
	.filter((file) => (!isFast && !isWindows) || isPure(file))
	.sort();
if (files.length === 0) {
	process.stderr.write(`no test file has ${wanted.join(" or ")} in its path\n`);
	process.exit(1);
}

// Files inside a package that its "exports" do not name; the build replaces them, and tests compare.
const inner = {
	name: "inner",
	setup(bundler) {
		bundler.onResolve({ filter: /^(?:ink\/build|yoga-layout\/dist)\// }, ({ path: name }) => ({
			path: path.join(root, "node_modules", name),
			external: true,
		}));
	},
};

// What a module says of its own place must be the place of its source, not of the bundle.
const places = {
	name: "places",
	setup(bundler) {
		bundler.onLoad({ filter: /\.(?:tsx?|mjs)$/ }, ({ path: file }) => {
			const text = readFileSync(file, "utf8");
			if (file.includes("node_modules") || !text.includes("import.meta.")) {
				return undefined;
			}
			const ownPlace = text
				.replaceAll("import.meta.dirname", JSON.stringify(path.dirname(file)))
				.replaceAll("import.meta.filename", JSON.stringify(file));
			if (file.endsWith(".mjs")) {
				// The build's modules know their folder alone; the other is in a text that they look for.
				return { contents: ownPlace, loader: "js" };
			}
			const contents = ownPlace.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(file).href));
			return { contents, loader: file.endsWith("x") ? "tsx" : "ts" };
		});
	},
};

let status = 1;
try {
	const hasProgram = !isFast && existsSync(path.join(root, "cli.tsx"));
	const programs = hasProgram ? [buildProgram(), buildProgram({ outdir: program, resume: sample })] : [];
	const tests = build({
		absWorkingDir: root,
		entryPoints: files,
		outbase: root,
		outdir,
		outExtension: { ".js": ".mjs" },
		bundle: true,
		splitting: true,
		format: "esm",
		platform: "node",
		// From 20.10 on a JSON module of a package keeps its import attribute.
		target: "node20.10",
		packages: "external",
		jsx: "automatic",
		sourcemap: "linked",
		plugins: [inner, places],
	});
	await Promise.all([...programs, tests]);
	// Ink asks its terminal's size by two processes for each render where these are not set.
	const env = { COLUMNS: "100", LINES: "30", ...process.env, TEST_PROGRAM: path.join(program, "cli.cjs") };
	const tasks = divide(files, { parts: isFast ? 2 : 12, nodes }).map(({ name, text }) => {
		const file = path.join(outdir, `${name}.mjs`);
		writeFileSync(file, text);
		return file;
	});
	const brief = isFast ? ["--import", pathToFileURL(path.join(here, "helpers", "brief-properties.mjs")).href] : [];
	// One more than there are processors, since some tests wait most of their time.
	const concurrency = `--test-concurrency=${availableParallelism() + 1}`;
	const options = [...brief, "--enable-source-maps", "--test", "--test-reporter=spec", concurrency];
	({ status } = spawnSync(process.execPath, [...options, ...tasks], { stdio: "inherit", cwd: root, env }));
} finally {
	rmSync(outdir, { recursive: true, force: true });
}
process.exit(status ?? 1);
