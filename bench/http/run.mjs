// npm run bench:http: what the page costs, and what HTTP costs the server. See bench/http/README.md.
//
//   npm run bench:http -- [--runs 7] [--seconds 2]
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { buildProgram } from "../../build/program.mjs";
import { quantile, takeTurns, timeToEnd } from "../measure.mjs";
import { memory } from "../ssh/process.mjs";

const { values: options } = parseArgs({
	options: { runs: { type: "string", default: "7" }, seconds: { type: "string", default: "2" } },
});
const runs = Number(options.runs);
const here = import.meta.dirname;
const program = path.resolve(here, "../../dist/cli.cjs");
const say = (...cells) => process.stdout.write(`| ${cells.join(" | ")} |\n`);

/** Starts a server. @returns {Promise<{ pid: number, port: number, stop: () => void }>} once it said its port. */
function start(args, port) {
	const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
	return new Promise((resolve, reject) => {
		let said = "";
		child.stdout.setEncoding("utf8").on("data", (text) => {
			said += text;
			const found = port.exec(said);
			if (found) {
				resolve({ pid: child.pid, port: Number(found[1]), stop: () => child.kill("SIGKILL") });
			}
		});
		child.on("close", () => reject(new Error(`no port in ${said}`)));
	});
}

/** Requests that a server answers in a second of its processor's time. */
const requestsPerSecond = ({ pid, port }) =>
	Number(
		execFileSync(process.execPath, [path.join(here, "load.mjs"), String(port), String(pid), options.seconds], {
			encoding: "utf8",
		}),
	);

/** Megabytes that the server has once it has answered the page to each of a hundred who ask. */
async function memoryOf(server, url) {
	for (let asked = 0; url !== undefined && asked < 100; asked++) {
		await (await fetch(url)).arrayBuffer();
	}
	return memory(server.pid);
}

const folder = mkdtempSync(path.join(os.tmpdir(), "bench-"));
try {
	await buildProgram();
	const page = execFileSync(process.execPath, [program, "--format", "html"]);
	const serve = ["serve", "--port", "0", "--quiet", "--host-key", path.join(folder, "key")];
	const withHttp = () => start([program, ...serve, "--http", "0"], /http:\/\/127\.0\.0\.1:(\d+)\//);

	process.stdout.write(`\nNode.js ${process.version}, load ${os.loadavg()[0].toFixed(1)}, ${runs} turns\n\n`);
	say("what", "reach", "is");
	say("---", "---", "---");
	say(
		"page: as it is, gzip, br",
		"12 kB gzip",
		`${kB(page)}, ${kB(gzipSync(page, { level: 9 }))}, ${kB(brotliCompressSync(page))} kB`,
	);

	const printed = await takeTurns(
		{
			bare: () => timeToEnd([process.execPath, "-e", "0"]),
			html: () => timeToEnd([process.execPath, program, "--format", "html"]),
		},
		runs,
	);
	say(
		"`--format html` against bare Node.js",
		"1.25",
		`${printed.html.ratio.toFixed(2)} (${printed.html.ms.toFixed(0)} ms)`,
	);

	const file = path.join(folder, "page");
	writeFileSync(file, brotliCompressSync(page));
	const constant = await start([path.join(here, "constant.mjs"), file], /(\d+)\n/);
	const ours = await withHttp();
	const load = await takeTurns(
		{ constant: async () => requestsPerSecond(constant), ours: async () => requestsPerSecond(ours) },
		Math.ceil(runs / 2),
	);
	constant.stop();
	ours.stop();
	say(
		"requests a second of processor, against node:http with the same bytes",
		"0.8",
		`${load.ours.ratio.toFixed(2)} (${load.ours.ms.toFixed(0)} and ${load.constant.ms.toFixed(0)})`,
	);

	const grown = [];
	for (let turn = 0; turn < 3; turn++) {
		const [without, also] = [await start([program, ...serve], /port (\d+)/), await withHttp()];
		grown.push((await memoryOf(also, `http://127.0.0.1:${also.port}/`)) - (await memoryOf(without)));
		without.stop();
		also.stop();
	}
	say("memory that HTTP adds, after 100 requests", "5 MB", `${quantile(grown, 0.5).toFixed(1)} MB`);
} finally {
	rmSync(folder, { recursive: true, force: true });
}

function kB(bytes) {
	return (bytes.length / 1000).toFixed(1);
}
