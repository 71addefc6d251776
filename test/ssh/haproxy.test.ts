import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { loadSample } from "../helpers/sample.ts";
import { balance } from "./haproxy.ts";
import { withoutHaproxy } from "./openssh.ts";
import { type Serving, serve } from "./program.ts";
import { until } from "./until.ts";
import { Visitor } from "./visitor.ts";

const { resume } = await loadSample();
const [first, second] = resume.sections;
test("of two servers behind HAProxy one is drained and ended under load, and the other loses nobody", {
	skip: withoutHaproxy,
}, async () => {
	const behind = ["--proxy-protocol", "--trust-proxy", "127.0.0.1", "--metrics-port", "0"];
	await using one = await serve(behind);
	await using two = await serve(behind, { key: path.join(one.folder, "key") });
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
