// npm run bench: what a visitor waits for, as ratios to a bare Node.js in the same run. See bench/README.md.
//
//   npm run bench -- [--runs 15] [--nodes 20,22,24,26] [--peers] [--only start,print,keys,memory,large,npx]
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { loadResume } from "../build/embedded.mjs";
import { ownResume } from "../build/own-resume.mjs";
import { buildProgram } from "../build/program.mjs";
import { nodePath } from "../scripts/nodes.mjs";
import { writeLargeResume } from "./large-resume.mjs";
import { takeTurns, timeToEnd, timeToFrame } from "./measure.mjs";
import { timeNpx } from "./npx.mjs";
import { installPeers, peers } from "./peers.mjs";
import { peakMemory, pressKeys, typing, walk } from "./viewer.mjs";

const { values: options } = parseArgs({
	options: {
		runs: { type: "string", default: "15" },
		nodes: { type: "string" },
		peers: { type: "boolean", default: false },
		only: { type: "string", default: "start,print,keys,memory,large,npx" },
	},
});
const runs = Number(options.runs);
const parts = new Set(options.only.split(","));
const root = path.resolve(import.meta.dirname, "..");
const program = path.join(root, "dist", "cli.cjs");
// What is on the first screen and nowhere before it.
const ready = /❯/;

/** ? opens the help, whose first words no other screen has. */
const pressed = { key: "?", answer: /move, or scroll/ };

const say = (line) => process.stdout.write(`${line}\n`);
const row = (...cells) => say(`| ${cells.join(" | ")} |`);
const times = ({ ms, ratio }) => `${ratio.toFixed(2)}x (${ms.toFixed(0)} ms)`;

const folder = mkdtempSync(path.join(os.tmpdir(), "bench-"));
try {
	await buildProgram();
	const nodes = options.nodes?.split(",").map((major) => nodePath(Number(major))) ?? [process.execPath];
	for (const node of nodes) {
		await measure(node);
	}
	if (parts.has("npx")) {
		await measurePackage();
	}
} finally {
	rmSync(folder, { recursive: true, force: true });
}

async function measure(node) {
	const version = execFileSync(node, ["--version"], { encoding: "utf8" }).trim();
	say(`\nNode.js ${version}, ${os.cpus().length} processors, load ${os.loadavg()[0].toFixed(1)}, ${runs} turns\n`);
	row("what", "reach", "is");
	row("---", "---", "---");
	const [major, minor] = version.slice(1).split(".").map(Number);
	const canCache = major > 22 || (major === 22 && minor >= 1);
	if (parts.has("start")) {
		await measureStart(node, canCache);
	}
	if (parts.has("print")) {
		await measurePrinting(node);
	}
	if (parts.has("memory")) {
		const [bare, viewer] = [
			await peakMemory([node, "-e", 'process.stdout.write("❯"); setTimeout(() => {}, 60_000)'], ready),
			await peakMemory([node, program], ready),
		];
		row("peak memory of the viewer", "75 MB", `${viewer.toFixed(0)} MB (bare Node.js ${bare.toFixed(0)} MB)`);
	}
	if (parts.has("keys")) {
		const keys = walk((await loadResume(ownResume(), false)).resume.sections.length);
		const { p50, p99, bytes } = await pressKeys([node, program], ready, { keys, presses: keys.length * 25 });
		row("key to frame, 80×24, p50 / p99", "6 / 16 ms", `${p50.toFixed(1)} / ${p99.toFixed(1)} ms`);
		row("bytes for one ↓ in the first menu, 80×24, all of its items", "700", `${bytes.toFixed(0)}`);
	}
	if (parts.has("large")) {
		const large = await writeLargeResume(folder, 10_000);
		const real = await pressKeys([node, program, "3"], ready);
		const many = await pressKeys([node, program, "1", "--resume", large], ready);
		row(
			"10,000 entries: key to frame, against the real résumé",
			"2x",
			`${(many.p50 / real.p50).toFixed(2)}x (${many.p50.toFixed(1)} ms)`,
		);
		const options = { presses: typing.length * 6, opening: "/", keys: typing };
		const searched = await pressKeys([node, program, "--resume", large], ready, options);
		row(
			"10,000 entries: a letter typed into the search, p50 / p99",
			"as fast as one types",
			`${searched.p50.toFixed(1)} / ${searched.p99.toFixed(1)} ms`,
		);
	}
}

async function measureStart(node, canCache) {
	const bare = () => timeToFrame([node, "-e", 'process.stdout.write("❯")'], ready);
	const cases = {
		bare,
		first: () => timeToFrame([node, program], ready, { env: { NODE_DISABLE_COMPILE_CACHE: "1" } }),
		answer: () => timeToFrame([node, program], ready, { env: { NODE_DISABLE_COMPILE_CACHE: "1" }, press: pressed }),
	};
	if (canCache) {
		const env = { NODE_COMPILE_CACHE: path.join(folder, "cache") };
		// Node writes its cache when a program ends by itself.
		await timeToFrame([node, program], ready, { env, leave: "q" });
		cases.second = () => timeToFrame([node, program], ready, { env });
		cases.secondAnswer = () => timeToFrame([node, program], ready, { env, press: pressed });
	}
	if (options.peers) {
		const installed = installPeers(path.join(folder, "peers"));
		for (const { name, args = [], ready: shown, file } of installed) {
			cases[name] = () => timeToFrame([node, file, ...args], shown);
		}
	}
	const taken = await takeTurns(cases, runs);
	row(
		"interactive first frame in a pty, nothing cached",
		canCache ? "1.9x (Node.js 24)" : "1.35x (Node.js 20)",
		times(taken.first),
	);
	if (canCache) {
		row("second start, Node.js's compile cache", "2.2x", times(taken.second));
	}
	row("a key pressed in that moment is answered", canCache ? "" : "3.3x", times(taken.answer));
	if (canCache) {
		row("the same, second start", "", times(taken.secondAnswer));
	}
	for (const { name } of options.peers ? peers : []) {
		if (taken[name] !== undefined) {
			row(`— ${name}`, "", times(taken[name]));
		}
	}
}

async function measurePrinting(node) {
	const run =
		(...args) =>
		() =>
			timeToEnd([node, ...args]);
	const taken = await takeTurns(
		{
			bare: run("-e", "0"),
			...Object.fromEntries(
				["text", "markdown", "json", "vcard", "bibtex", "html"].map((format) => [
					`--print --format ${format}`,
					run(program, "--print", "--format", format),
				]),
			),
			card: run(program, "card"),
			"--help": run(program, "--help"),
			"--version": run(program, "--version"),
		},
		runs,
	);
	const others = { "--version": "1.15x", "--print --format html": "1.25x", card: "" };
	for (const [name, each] of Object.entries(taken).slice(1)) {
		row(`\`${name}\``, others[name] ?? "1.2x", times(each));
	}
}

async function measurePackage() {
	const { file, ratio, ms } = await timeNpx(root, folder, Math.min(runs, 5));
	say("\nThe package\n");
	row("what", "reach", "is");
	row("---", "---", "---");
	row("packed", "650 kB", `${(statSync(file).size / 1000).toFixed(0)} kB`);
	row("npx with an empty cache, local registry, against a package that prints a line", "1.3x", times({ ratio, ms }));
}
