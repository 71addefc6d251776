import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect, createServer } from "node:net";
import path from "node:path";
import { test } from "node:test";
import { loadSample } from "../helpers/sample.ts";
import { withoutHaproxy } from "./openssh.ts";
import { type Serving, serve } from "./program.ts";
import { until } from "./until.ts";
import { Visitor } from "./visitor.ts";

const { resume } = await loadSample();
const [first, second] = resume.sections;
const root = path.resolve(import.meta.dirname, "../..");

async function freePort(): Promise<number> {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, "close");
	return port;
}

/** Debian's HAProxy with the configuration of deploy/, its addresses those of this test. */
async function balance(servers: readonly Serving[]) {
	const { folder } = servers[0]!;
	const port = await freePort();
	const socket = path.join(folder, "admin.sock");
	const replacements: Array<[string, string]> = [
		["bind :22", `bind 127.0.0.1:${port}`],
		["/run/haproxy/admin.sock mode", `${socket} mode`],
		["server one 10.0.0.11:2222", `server one 127.0.0.1:${servers[0]!.port}`],
		["server two 10.0.0.12:2222", `server two 127.0.0.1:${servers[1]!.port}`],
	];
	let config = readFileSync(path.join(root, "deploy/haproxy.cfg"), "utf8");
	for (const [before, after] of replacements) {
		assert.ok(config.includes(before), before);
		config = config.replace(before, after);
	}

	const file = path.join(folder, "haproxy.cfg");
	writeFileSync(file, config);
	const child = spawn("haproxy", ["-db", "-f", file], { stdio: ["ignore", "pipe", "pipe"] });
	let said = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.on("data", (text) => {
			said += text;
		});
	}

	const command = async (text: string) => {
		const client = connect(socket);
		let answer = "";
		client.on("data", (chunk) => {
			answer += chunk;
		});
		client.end(`${text}\n`);
		await once(client, "close");
		return answer;
	};
	const isUp = async () =>
		((await command("show servers state resume").catch(() => "")).match(/ 2 0 /g)?.length ?? 0) === 2;
	for (let tries = 0; !(await isUp()); tries++) {
		assert.ok(tries < 1000 && child.exitCode === null, `HAProxy with both servers: ${said}`);
		await new Promise((resolve) => setTimeout(resolve, 10));
	}

	return {
		port,
		command,
		async [Symbol.asyncDispose]() {
			child.kill("SIGKILL");
			await once(child, "close");
		},
	};
}

test("of two servers behind HAProxy one is drained and ended under load, and the other loses nobody", {
	skip: withoutHaproxy,
}, async () => {
	const behind = ["--proxy-protocol", "--trust-proxy", "127.0.0.1", "--metrics-port", "0"];
	await using one = await serve(behind);
	await using two = await serve(behind, path.join(one.folder, "key"));
	assert.equal(/SHA256:\S+/.exec(one.stdout)![0], /SHA256:\S+/.exec(two.stdout)![0]);
	await using balancer = await balance([one, two]);
	const sessionsOf = async ({ metricsPort }: Serving) =>
		Number(/^ssh_sessions (\d+)$/m.exec(await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text())![1]);

	const view = (from: string) => Visitor.view(balancer.port, { from });
	const visitors = await Promise.all(Array.from({ length: 12 }, (_, index) => view(`127.0.1.${index + 1}`)));
	await Promise.all(visitors.map((visitor) => visitor.waitFor(`❯ ${first!.title}`)));
	assert.deepEqual([await sessionsOf(one), await sessionsOf(two)], [6, 6], "the balancer shares the visitors out");

	// Everybody walks up and down until the end of the test, or of their visit.
	let isOver = false;
	let keys = 0;
	const walk = async (visitor: Visitor) => {
		while (!isOver && !visitor.isClosed) {
			for (const [key, title] of [
				["j", second!.title],
				["k", first!.title],
			] as const) {
				visitor.type(key);
				await visitor.waitFor((screen) => visitor.isClosed || screen.includes(`❯ ${title}`));
				keys++;
			}
		}
	};
	const walking = Promise.all(visitors.map(walk));

	await balancer.command("set server resume/one state drain");
	const before = keys;
	const late = await Promise.all(Array.from({ length: 4 }, (_, index) => view(`127.0.2.${index + 1}`)));
	await Promise.all(late.map((visitor) => visitor.waitFor(`❯ ${first!.title}`)));
	assert.deepEqual(
		[await sessionsOf(one), await sessionsOf(two)],
		[6, 10],
		"who comes while it drains goes to the other",
	);
	await until(
		() => keys > before + 100,
		() => "all to go on walking",
	);
	assert.ok(
		visitors.every(({ isClosed }) => !isClosed),
		"nobody was sent away by draining",
	);

	one.kill("SIGTERM");
	assert.deepEqual(await one.exited(), { code: 0, signal: null });
	await until(
		() => visitors.filter(({ isClosed }) => isClosed).length === 6,
		() => "six farewells",
	);
	const after = keys;
	await until(
		() => keys > after + 100,
		() => "the others to go on walking",
	);
	assert.equal(visitors.filter(({ isClosed }) => !isClosed).length, 6);
	assert.equal(await sessionsOf(two), 10);
	isOver = true;
	await walking;
	for (const visitor of visitors.filter(({ isClosed }) => isClosed)) {
		assert.equal(await visitor.end(), 0);
		assert.ok(visitor.history().includes("The server is closing."));
	}

	for (const visitor of [...visitors, ...late]) {
		visitor[Symbol.dispose]();
	}

	await until(
		() => two.lines().length === 10,
		() => `ten lines of the log, which is ${two.stderr}`,
	);
	const addresses = [...one.lines(), ...two.lines()].map(({ address }) => address).sort();
	const wanted = [
		...visitors.map((_, index) => `127.0.1.${index + 1}`),
		...late.map((_, index) => `127.0.2.${index + 1}`),
	];
	assert.deepEqual(addresses, wanted.sort(), "each visitor's own address is logged, and no health check");
});
