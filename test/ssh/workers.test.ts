import assert from "node:assert/strict";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import process from "node:process";
import { test } from "node:test";
import { loadSample } from "../helpers/sample.ts";
import { serve } from "./program.ts";
import { until } from "./until.ts";
import { Visitor } from "./visitor.ts";

const { resume } = await loadSample();
const [first, second] = resume.sections;

/** The processes that a process has started. */
const childrenOf = (parent: number): number[] =>
	readdirSync("/proc")
		.filter((name) => /^\d+$/.test(name))
		.filter((name) => {
			try {
				const stat = readFileSync(`/proc/${name}/stat`, "utf8");
				return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]) === parent;
			} catch {
				return false;
			}
		})
		.map(Number);

test("workers serve as one: their limits, figures, end and a lost one", {
	skip: process.platform !== "linux",
}, async () => {
	await using server = await serve(["--workers", "2", "--max-per-address", "4", "--metrics-port", "0"]);
	assert.equal(childrenOf(server.pid).length, 2);
	const visitors = await Promise.all(Array.from({ length: 4 }, () => Visitor.view(server.port)));
	await Promise.all(visitors.map((visitor) => visitor.waitFor(`❯ ${first!.title}`)));
	visitors[0]!.type("j");
	await visitors[0]!.waitFor(`❯ ${second!.title}`);
	// Whichever worker it comes to.
	for (let count = 0; count < 4; count++) {
		using fifth = await Visitor.view(server.port);
		assert.equal(await fifth.end(), 1);
		assert.match(fifth.raw, /^This address has reached its 4 visits\./);
	}

	const figures = async () => (await fetch(`http://127.0.0.1:${server.metricsPort}/metrics`)).text();
	let text = "";
	const wanted = [
		"ssh_sessions 4",
		'ssh_sessions_total{opened="viewer"} 4',
		'ssh_refusals_total{reason="visits-per-address"} 4',
	];
	for (let tries = 0; tries < 200 && !wanted.every((line) => text.includes(`\n${line}\n`)); tries++) {
		text = await figures();
	}

	for (const line of wanted) {
		assert.ok(text.includes(`\n${line}\n`), `${line} in ${text}`);
	}

	// One is lost with its visitors: their places are free again, and another takes over.
	const [lost] = childrenOf(server.pid);
	process.kill(lost!, "SIGKILL");
	await until(
		() =>
			visitors.some(({ isClosed }) => isClosed) && childrenOf(server.pid).filter((pid) => pid !== lost).length === 2,
		() => "another worker",
	);
	const left = visitors.filter(({ isClosed }) => !isClosed);
	assert.ok(left.length > 0 && left.length < 4, `${left.length} visitors are left`);
	using next = await Visitor.view(server.port);
	await next.waitFor(`❯ ${first!.title}`);
	server.kill("SIGTERM");
	assert.equal((await server.exited()).code, 0);
	for (const visitor of [...left, next]) {
		assert.equal(await visitor.end(), 0);
		assert.ok(!visitor.isAlternateScreen && visitor.history().includes("The server is closing."));
	}

	for (const visitor of visitors) {
		visitor[Symbol.dispose]();
	}
});

test("the limits over HTTP hold for all workers together", { skip: process.platform !== "linux" }, async () => {
	await using server = await serve(["--workers", "2", "--http", "0"]);
	const port = Number(/127\.0\.0\.1:(\d+)\//.exec(server.stdout)![1]);
	const sockets = Array.from({ length: 250 }, () => connect({ port, host: "127.0.0.1" }).on("error", () => {}));
	const answered = await Promise.all(
		sockets.map((socket) => {
			socket.write("GET /card HTTP/1.1\r\nHost: x\r\n\r\n");
			const refused = once(socket, "close").then(() => false);
			return Promise.race([once(socket, "data").then(() => true), refused]).catch(() => false);
		}),
	);
	const count = answered.filter((each) => each).length;
	// One of the workers may get more of them than the other.
	assert.ok(count <= 200 && count >= 100, `${count}`);
	for (const socket of sockets) {
		socket.destroy();
	}
});

test("an address that can't be listened on is reported once", async () => {
	await using server = await serve(["--workers", "3", "--host", "203.0.113.9"]);
	assert.equal((await server.exited()).code, 1);
	assert.match(server.stderr, /^[a-z-]+: 203\.0\.113\.9 is[^\n]*\n$/);
});
