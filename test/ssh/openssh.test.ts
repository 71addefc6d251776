import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { program, runProgram } from "../helpers/program.ts";
import { loadSample } from "../helpers/sample.ts";
import { open } from "../helpers/terminal.ts";
import { newestSsh, openSsh, runSsh, sshArguments, sshAudit, withoutSsh, withoutTools } from "./openssh.ts";
import { serve } from "./program.ts";
import { until } from "./until.ts";
import { Visitor } from "./visitor.ts";

const { resume } = await loadSample();
const { name } = resume.person;
const [first, second] = resume.sections;

test("OpenSSH's client walks, searches, resizes, copies and leaves", { skip: withoutSsh }, async () => {
	await using server = await serve();
	await using terminal = openSsh(server.port);
	await terminal.waitFor(`❯ ${first!.title}`);
	assert.ok(terminal.modes().isAlternateScreen);
	terminal.press("Down");
	await terminal.waitFor(`❯ ${second!.title}`);
	terminal.press("y");
	await terminal.waitFor(() => terminal.clipboard.length === 1);
	// No more is claimed than is known, and what was sent can be read.
	await terminal.waitFor(`sent to the terminal's clipboard: ${terminal.clipboard[0]}`);
	terminal.resize(120, 40);
	await terminal.waitFor(/─{100}/);
	const [word] = first!.entries[0]!.title.split(" ");
	terminal.press(`text:/${word}`);
	await terminal.waitFor(`/ ${word}`);
	terminal.press("Esc");
	await terminal.waitFor(`❯ ${second!.title}`);
	terminal.press("q");
	assert.deepEqual(await terminal.waitForExit(), { code: 0, signal: 0 });
	assert.ok(!terminal.modes().isAlternateScreen && !terminal.modes().isCursorHidden);
	assert.ok(terminal.history().includes(`ssh -p ${server.port} 127.0.0.1`));
	await until(
		() => server.lines().length === 1,
		() => "a line of the log",
	);
	assert.equal(server.lines()[0]!.ended, "quit");
});

test("Ctrl-C, ~., a killed client and a hung-up terminal end the visit", { skip: withoutSsh }, async () => {
	await using server = await serve();
	await using interrupted = openSsh(server.port);
	await interrupted.waitFor(name);
	interrupted.press("C-c");
	assert.equal((await interrupted.waitForExit()).code, 0);

	await using escaped = openSsh(server.port);
	await escaped.waitFor(name);
	// OpenSSH looks for its escape character at the beginning of a line.
	escaped.write("\r~.");
	assert.equal((await escaped.waitForExit()).code, 255);

	await using killed = openSsh(server.port);
	await killed.waitFor(name);
	killed.kill("SIGKILL");
	await killed.waitForExit();

	await using hungUp = openSsh(server.port);
	await hungUp.waitFor(name);
	hungUp.hangUp();
	await hungUp.waitForExit();

	await until(
		() => server.lines().length === 4,
		() => `four lines of the log, which is ${server.stderr}`,
	);
	assert.deepEqual(
		server.lines().map(({ ended }) => ended),
		["quit", "disconnected", "disconnected", "disconnected"],
	);
});

test("commands print what the command line prints, and end with its status", { skip: withoutSsh }, async () => {
	await using server = await serve();
	for (const words of [
		[second!.id, "1"],
		["--", "--format", "markdown"],
		[second!.id, "--format", "json"],
	]) {
		const there = await runSsh(server.port, words);
		const here = await runProgram(
			words.filter((word) => word !== "--"),
			{ env: { COLUMNS: "80" } },
		);
		assert.equal(there.code, 0, there.stderr);
		const comeBack = /^.*(?:npx |ssh -p ).*$/gm;
		assert.equal(there.stdout.replace(comeBack, ""), here.stdout.replace(comeBack, ""), words.join(" "));
	}

	const wrong = await runSsh(server.port, ["nonsense"]);
	assert.equal(wrong.code, 2);
	assert.equal(wrong.stderr, (await runProgram(["nonsense"])).stderr);
	assert.equal(wrong.stdout, "");

	await using terminal = openSsh(server.port, ["-t", second!.id]);
	await terminal.waitFor(second!.title);
	assert.ok(terminal.modes().isAlternateScreen);
});

test("scp and sftp are refused", { skip: withoutSsh }, async () => {
	await using server = await serve();
	const options = sshArguments(server.port).map((word) => (word === "-p" ? "-P" : word));
	for (const [program, ...rest] of [
		["scp", "127.0.0.1:/etc/passwd", path.join(server.folder, "stolen")],
		["scp", "-O", "127.0.0.1:/etc/passwd", path.join(server.folder, "stolen")],
		["sftp", "127.0.0.1"],
	]) {
		const [flag, ...more] = rest[0] === "-O" ? rest : ["", ...rest];
		const argv = [...(flag ? [flag] : []), ...options, ...more];
		const { status } = spawnSync(program!, argv, { timeout: 10_000, input: "ls\n" });
		assert.ok(status !== 0 && status !== null, program);
	}

	assert.throws(() => statSync(path.join(server.folder, "stolen")));
});

test("OpenSSH's newest client connects without a warning, by the post-quantum exchange", {
	skip: withoutTools,
}, async () => {
	await using server = await serve();
	const quiet = await runSsh(server.port, ["card"], { client: newestSsh, options: [] });
	assert.equal(quiet.code, 0);
	assert.match(quiet.stderr, /^Warning: Permanently added .*\r?\n$/);
	const verbose = await runSsh(server.port, ["card"], { client: newestSsh, options: ["-v"] });
	assert.match(verbose.stderr, /kex: algorithm: mlkem768x25519-sha256/);
	const classical = ["-v", "-o", "KexAlgorithms=curve25519-sha256"];
	assert.match(
		(await runSsh(server.port, ["card"], { client: newestSsh, options: classical })).stderr,
		/kex: algorithm: curve25519-sha256\r?\n/,
	);
	const preferring = ["-v", "-o", "KexAlgorithms=sntrup761x25519-sha512,mlkem768x25519-sha256,curve25519-sha256"];
	const guessed = await runSsh(server.port, ["card"], { client: newestSsh, options: preferring });
	assert.match(guessed.stderr, /kex: algorithm: mlkem768x25519-sha256/);
	assert.equal(guessed.code, 0);
});

test("each cipher works, and a client may change its keys on the way", { skip: withoutTools }, async () => {
	await using server = await serve();
	for (const cipher of ["aes128-gcm@openssh.com", "aes256-gcm@openssh.com", "aes128-ctr", "aes256-ctr"]) {
		const { code, stdout } = await runSsh(server.port, ["card"], { client: newestSsh, options: ["-c", cipher] });
		assert.equal(code, 0, cipher);
		assert.ok(stdout.includes(name));
	}

	const log = path.join(server.folder, "client.log");
	const options = ["-F", "none", ...sshArguments(server.port), "-v", "-E", log, "-o", "RekeyLimit=8K"];
	await using terminal = open([newestSsh, ...options, "127.0.0.1"]);
	await terminal.waitFor(name);
	const exchanges = () => readFileSync(log, "utf8").split("kex: algorithm: mlkem768x25519-sha256").length - 1;
	for (let width = 81; exchanges() < 3 && width < 200; width++) {
		terminal.resize(width, 30);
		await terminal.waitFor(new RegExp(`^ ?.?─{${width - 6},${width}}`, "m"));
	}

	assert.ok(exchanges() >= 3);
	terminal.press("Down");
	await terminal.waitFor(`❯ ${second!.title}`);
	terminal.press("q");
	assert.equal((await terminal.waitForExit()).code, 0);
});

test("ssh-audit finds nothing to fail and nothing to warn of", { skip: withoutTools }, async () => {
	await using server = await serve();
	const { status, stdout } = spawnSync(sshAudit, ["-n", "-p", String(server.port), "127.0.0.1"], {
		encoding: "utf8",
		timeout: 30_000,
	});
	assert.equal(status, 0, stdout);
	assert.doesNotMatch(stdout, /\[(?:fail|warn)\]/);
	assert.match(stdout, /mlkem768x25519-sha256/);
});

test("the start says where, how, and whose key; a signal ends it with every screen given back", {
	skip: withoutSsh,
}, async () => {
	for (const signal of ["SIGTERM", "SIGINT", "SIGQUIT"] as const) {
		await using server = await serve();
		assert.match(server.stdout, new RegExp(`\\n {2}ssh -p ${server.port} 127\\.0\\.0\\.1\\n`));
		const key = path.join(server.folder, "key");
		assert.equal(statSync(key).mode & 0o777, 0o600);
		const [fingerprint] = /SHA256:\S+/.exec(server.stdout)!;
		assert.ok(spawnSync("ssh-keygen", ["-l", "-f", key], { encoding: "utf8" }).stdout.includes(fingerprint));

		await using one = openSsh(server.port);
		await using other = openSsh(server.port);
		await one.waitFor(name);
		await other.waitFor(name);
		const started = performance.now();
		server.kill(signal);
		assert.deepEqual(await server.exited(), { code: 0, signal: null });
		// A second where nothing else runs: `npm run bench:ssh` measures it.
		assert.ok(performance.now() - started < 5000, `${performance.now() - started} ms`);
		for (const terminal of [one, other]) {
			assert.equal((await terminal.waitForExit()).code, 0);
			assert.ok(!terminal.modes().isAlternateScreen && !terminal.modes().isCursorHidden);
			assert.match(terminal.history(), /The server is closing\./);
		}

		assert.deepEqual(
			server.lines().map(({ ended }) => ended),
			["shutdown", "shutdown"],
		);
	}
});

test("SIGHUP reads the résumé again for new visitors; a broken file keeps the old one and says so", {
	skip: withoutSsh,
}, async () => {
	await using first = await serve();
	const file = path.join(first.folder, "resume.json");
	writeFileSync(file, JSON.stringify({ basics: { name: "Ada Before", phone: "SECRET" } }));
	await using server = await serve(["--resume", file, "--hide", "basics.phone"]);
	const card = async () => (await runSsh(server.port, ["--", "--format", "json"])).stdout;
	assert.match(await card(), /Ada Before/);
	assert.doesNotMatch(await card(), /SECRET/);

	writeFileSync(file, JSON.stringify({ basics: { name: "Ada After", phone: "SECRET" } }));
	server.kill("SIGHUP");
	await until(
		() => server.stderr.includes('"reloaded"'),
		() => "the new résumé",
	);
	assert.match(await card(), /Ada After/);
	assert.doesNotMatch(await card(), /SECRET/);

	writeFileSync(file, "{ broken");
	server.kill("SIGHUP");
	await until(
		() => server.stderr.includes('"not-reloaded"'),
		() => "the refusal",
	);
	assert.match(server.lines().find(({ event }) => event === "not-reloaded")!.error!, /resume\.json:1:/);
	assert.match(await card(), /Ada After/);
});

test("what can't be served is one sentence", async () => {
	await using server = await serve();
	const key = path.join(server.folder, "key");
	const open = path.join(server.folder, "open");
	copyFileSync(key, open);
	spawnSync("chmod", ["644", open]);
	const taken = String(server.port);
	for (const [args, sentence] of [
		[["--port", taken, "--host-key", key], /^[a-z-]+: port \d+ of 127\.0\.0\.1 is already in use; .* --port\n$/],
		[["--port", "0", "--metrics-port", taken, "--host-key", key], /is already in use; .* --metrics-port\n$/],
		[["--host-key", open], /^[a-z-]+: the host key .* can be read by others .*; .*: chmod 600 .*\n$/],
		[["--host", "192.0.2.1", "--host-key", key], /^[a-z-]+: 192\.0\.2\.1 isn't an address of this machine; /],
		[["--idle", "soon", "--host-key", key], /^[a-z-]+: --idle takes a time /],
		[["--proxy-protocol", "--host-key", key], /^[a-z-]+: --proxy-protocol needs .*--trust-proxy/],
		[["--resume", path.join(server.folder, "none.json"), "--host-key", key], /^[a-z-]+: .*none\.json/],
	] as const) {
		const { code, stdout, stderr } = await runProgram(["serve", ...args]);
		assert.ok(code === 1 || code === 2, `${args}`);
		assert.match(stderr, sentence);
		assert.doesNotMatch(stderr, / {4}at /);
		assert.equal(stdout, "");
	}

	assert.ok(readFileSync(open, "utf8").includes("PRIVATE KEY"));
});

test("an address of all, and one in brackets, is said as visitors type it", async () => {
	for (const [host, name] of [
		["0.0.0.0", hostname()],
		["[::1]", "::1"],
	] as const) {
		await using server = await serve(["--host", host, "--http", "0"]);
		const written = name.includes(":") ? `[${name}]` : name;
		await until(
			() => server.stdout.includes("The page is at"),
			() => server.stdout,
		);
		assert.ok(server.stdout.includes(`\n  ssh -p ${server.port} ${name}\n`), server.stdout);
		assert.ok(server.stdout.includes(`\nThe page is at http://${written}:`), server.stdout);
	}
});

test("behind a balancer nothing is said to be typed that can't work", async () => {
	await using server = await serve(["--http", "0", "--proxy-protocol", "--trust-proxy", "127.0.0.1"]);
	assert.match(server.stdout, /^Serving on .*\. Connect through the balancer, .*\nHost key, made/);
	await until(
		() => server.stdout.endsWith("/ for the balancer\n"),
		() => server.stdout,
	);
	assert.doesNotMatch(server.stdout, /ssh -p/);
});

test("the host key is kept in the platform's data folder if no other is named", async () => {
	await using server = await serve();
	const data = path.join(server.folder, "data");
	// The port is taken, so that this one ends; the key is made before.
	const env = { XDG_DATA_HOME: data };
	const { code, stderr } = await runProgram(["serve", "--port", String(server.port)], { env });
	assert.equal(code, 1);
	assert.match(stderr, /is already in use/);
	assert.equal(statSync(path.join(data, program.name, "ssh_host_ed25519_key")).mode & 0o777, 0o600);
});

test("hundreds of visitors and of floods later, descriptors are as before, memory is not far, and keys were answered", async () => {
	await using server = await serve(["--quiet"]);
	// One address may connect 20 times a second.
	let count = 0;
	const from = () => `127.3.${Math.floor(++count / 250)}.${1 + (count % 250)}`;
	const pass = async (many: number) => {
		for (let done = 0; done < many; done += 5) {
			const visitors = await Promise.all(Array.from({ length: 5 }, () => Visitor.view(server.port, { from: from() })));
			for (const visitor of visitors) {
				visitor[Symbol.dispose]();
			}
		}
	};
	using bystander = await Visitor.view(server.port);
	await bystander.waitFor(`❯ ${first!.title}`);
	await pass(100);
	const before = { memory: await server.memory(), descriptors: server.descriptors() };
	const times: number[] = [];
	const passing = pass(200);
	for (let round = 0; round < 5; round++) {
		using flood = await Visitor.view(server.port, { from: from() });
		for (let step = 0; step < 5000; step++) {
			flood.channel.setWindow(20 + (step % 60), 60 + (step % 200), 0, 0);
		}

		for (const [key, { title }] of [
			["j", second!],
			["k", first!],
		] as const) {
			const started = performance.now();
			bystander.type(key);
			await bystander.waitFor(`❯ ${title}`);
			times.push(performance.now() - started);
		}
	}

	await passing;
	await until(
		() => server.descriptors() <= before.descriptors + 5,
		() => `${before.descriptors} descriptors, not ${server.descriptors()}`,
	);
	const grown = ((await server.memory()) - before.memory) / 1024 / 1024;
	assert.ok(grown < 20, `${grown} MB more`);
	// A few milliseconds where nothing else runs: `npm run bench:ssh` measures it.
	assert.ok(times.sort((a, b) => a - b)[5]! < 3000, `${times}`);
});

test("figures and readiness for an operator, on this machine alone; --quiet writes no log", {
	skip: withoutSsh,
}, async () => {
	await using server = await serve(["--metrics-port", "0", "--quiet"]);
	const get = async (where: string) => {
		const response = await fetch(`http://127.0.0.1:${server.metricsPort}${where}`);
		return { status: response.status, text: await response.text() };
	};
	assert.deepEqual(await get("/ready"), { status: 200, text: "ready\n" });
	assert.equal((await get("/")).status, 404);
	await using terminal = openSsh(server.port);
	await terminal.waitFor(`❯ ${first!.title}`);
	terminal.press("Down");
	await terminal.waitFor(`❯ ${second!.title}`);
	await runSsh(server.port, ["card"]);
	// The connection of the card closes a moment after OpenSSH has ended.
	const wanted = [
		"ssh_sessions 1",
		"ssh_connections_total 2",
		'ssh_sessions_total{opened="viewer"} 1',
		'ssh_sessions_total{opened="print"} 1',
		'ssh_connections_ended_total{reason="printed"} 1',
		'ssh_refusals_total{reason="behind"} 0',
		"ssh_key_to_frame_seconds_count 1",
	];
	const isThere = (text: string) => wanted.every((line) => text.includes(`\n${line}\n`));
	let text = "";
	for (let tries = 0; tries < 100 && !isThere(text); tries++) {
		({ text } = await get("/metrics"));
	}

	assert.ok(isThere(text), text);
	assert.match(text, /^process_resident_memory_bytes \d+/m);
	assert.equal(server.stderr, "");
});

test("the kinds of signatures are named one by one", { skip: withoutSsh }, async () => {
	await using server = await serve();
	const { code, stderr } = await runSsh(server.port, ["version"], { options: ["-v"] });
	const [, names = ""] = /server-sig-algs=<([^>]*)>/.exec(stderr) ?? [];
	assert.deepEqual(names.split(","), [
		"ssh-ed25519",
		"ecdsa-sha2-nistp256",
		"ecdsa-sha2-nistp384",
		"ecdsa-sha2-nistp521",
		"rsa-sha2-512",
		"rsa-sha2-256",
	]);
	assert.notEqual(code, 255);
});
