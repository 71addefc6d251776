// npx with an empty cache against a registry on this machine: what a visitor waits for the first time, less the network.
import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { takeTurns } from "./measure.mjs";

const run = promisify(execFile);

/** @returns the packed program, and its time against a package that only prints a line */
export async function timeNpx(root, folder, turns) {
	const packs = path.join(folder, "packs");
	mkdirSync(packs, { recursive: true });
	const line = path.join(folder, "one-line");
	mkdirSync(line, { recursive: true });
	writeFileSync(path.join(line, "package.json"), JSON.stringify({ name: "one-line", version: "1.0.0", bin: "cli.js" }));
	writeFileSync(path.join(line, "cli.js"), "#!/usr/bin/env node\nconsole.log('a line');\n");
	const tarballs = new Map();
	for (const home of [line, root]) {
		const said = execFileSync("npm", ["pack", "--ignore-scripts", "--loglevel=error", "--pack-destination", packs], {
			cwd: home,
			encoding: "utf8",
		});
		const manifest = JSON.parse(readFileSync(path.join(home, "package.json"), "utf8"));
		tarballs.set(manifest.name, { manifest, file: path.join(packs, said.trim().split("\n").at(-1)) });
	}
	const server = createServer((request, response) => answer(request, response, tarballs));
	await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
	const registry = `http://127.0.0.1:${server.address().port}/`;
	const npx =
		(name, ...args) =>
		async () => {
			const work = mkdtempSync(path.join(folder, "empty-"));
			const started = performance.now();
			await run("npx", ["--yes", name, ...args], {
				cwd: work,
				env: {
					...process.env,
					npm_config_cache: path.join(work, "cache"),
					npm_config_registry: registry,
					npm_config_audit: "false",
					npm_config_update_notifier: "false",
				},
			});
			return performance.now() - started;
		};
	const { manifest, file } = [...tarballs.values()].at(-1);
	try {
		const taken = await takeTurns({ line: npx("one-line"), program: npx(manifest.name, "--version") }, turns);
		return { file, ...taken.program };
	} finally {
		server.close();
	}
}

function answer({ url, headers }, response, tarballs) {
	const [, name, isTarball] = /^\/([^/]+)(\/-\/.*)?$/.exec(url) ?? [];
	const entry = tarballs.get(name);
	if (entry === undefined) {
		response.writeHead(404).end("{}");
		return;
	}
	const bytes = readFileSync(entry.file);
	if (isTarball) {
		response.end(bytes);
		return;
	}
	const dist = {
		tarball: `http://${headers.host}/${name}/-/${path.basename(entry.file)}`,
		integrity: `sha512-${createHash("sha512").update(bytes).digest("base64")}`,
	};
	const { name: _, scripts: __, devDependencies: ___, ...kept } = entry.manifest;
	response.setHeader("content-type", "application/json");
	response.end(
		JSON.stringify({
			name,
			"dist-tags": { latest: kept.version },
			versions: { [kept.version]: { name, ...kept, dist } },
		}),
	);
}
