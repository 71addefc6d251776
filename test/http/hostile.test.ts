import assert from "node:assert/strict";
import type { Socket } from "node:net";
import { after, before, describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { until } from "../ssh/until.ts";
import { type HttpServing, serveHttp, talk } from "./client.ts";

const request = (target = "/", ...headers: string[]) =>
	["GET ", target, " HTTP/1.1\r\nHost: x\r\n", ...headers, "\r\n"].join("");

describe("slow and hostile clients", () => {
	let serving: HttpServing;
	before(async () => {
		serving = await serveHttp();
	});
	after(() => serving[Symbol.asyncDispose]());
	const isWell = async () => (await fetch(serving.url)).status === 200;
	const ends = () => serving.lines().flatMap(({ event, ended }) => (event === "http" ? [ended] : []));

	test("one that says nothing, or one byte a second, is gone after fifteen seconds", async () => {
		const silent = await talk(serving.httpPort);
		const slow = await talk(serving.httpPort, "GET / HTTP/1.1\r\n");
		const feeder = setInterval(() => slow.socket.write("X: y\r\n"), 500);
		const asked = await talk(serving.httpPort, request());
		assert.match(await asked.said, /^HTTP\/1\.1 200 OK/);
		assert.equal(await silent.said, "");
		assert.equal(await slow.said, "");
		clearInterval(feeder);
		await until(
			() => ends().filter((end) => end === "time").length === 3,
			() => `three that took too long: ${ends()}`,
		);
		assert.ok(await isWell());
	});

	test("headers that are too many, a malformed request, a bare line feed, a smuggled length", async () => {
		for (const [bytes, status] of [
			[request("/", `X: ${"y".repeat(20_000)}\r\n`), 431],
			["NONSENSE\r\n\r\n", 400],
			["GET / HTTP/1.1\r\n\r\n", 400],
			["GET / HTTP/1.1\nHost: x\n\n", 400],
			[request("/", "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n"), 400],
			["\u0016\u0003\u0001\u0002\u0000\u0001", 400],
			["PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505],
		] as const) {
			const { said, socket } = await talk(serving.httpPort, bytes);
			socket.end();
			assert.match(await said, new RegExp(`^HTTP/1\\.1 (?:${status}|400) `), JSON.stringify(bytes.slice(0, 30)));
		}
		assert.ok(await isWell());
	});

	test("a body is never waited for", async () => {
		const { said } = await talk(serving.httpPort, request("/", "Content-Length: 1000000\r\n"), "x".repeat(1000));
		assert.match(await said, /^HTTP\/1\.1 200 OK\r\n[\s\S]*\r\nConnection: close\r\n/);
	});

	test("many requests at once on one connection are all answered", async () => {
		const last = request("/resume.md", "Connection: close\r\n");
		const { said } = await talk(serving.httpPort, request("/resume.md").repeat(99) + last);
		assert.equal((await said).match(/HTTP\/1\.1 200 OK/g)?.length, 100);
	});

	test("one that expects what isn't known is answered, and its requests are counted", async () => {
		const address = "127.0.0.77";
		const { said } = await talk({ port: serving.httpPort, address }, request("/", "Expect: wonders\r\n").repeat(700));
		assert.deepEqual(new Set((await said).match(/(?<=^HTTP\/1\.1 )\d+/gm)), new Set(["200", "429"]));
	});

	test("one that asks and never reads takes a bounded amount of memory", async () => {
		const before = await serving.memory();
		const many = await Promise.all(
			Array.from({ length: 20 }, async () => {
				const client = await talk(serving.httpPort);
				client.socket.pause();
				client.socket.write(request("/resume.json").repeat(60));
				return client;
			}),
		);
		assert.ok(await isWell());
		const grown = ((await serving.memory()) - before) / 2 ** 20;
		for (const { socket } of many) {
			socket.destroy();
		}
		assert.ok(grown < 40, `${grown.toFixed(0)} MB`);
	});

	test("one address has so many connections, and then others still have theirs", async () => {
		const clients = await Promise.all(Array.from({ length: 260 }, () => talk(serving.httpPort)));
		await until(
			() => ends().filter((end) => end === "connections-per-address").length >= 60,
			() => "those that are too many to be closed",
		);
		for (const { socket } of clients) {
			socket.destroy();
		}
		await until(
			() => serving.descriptors() < 60,
			() => "the others to be gone",
		);
		// The address may make some new ones each second.
		for (let tries = 0; tries < 100 && !(await isWell().catch(() => false)); tries++) {
			await wait(50);
		}
		assert.ok(await isWell());
	});

	test("one that asks too often is told so, and closed", async () => {
		// Few enough bytes to be read at once: what arrives after a server has closed takes its last words away.
		const { said } = await talk(serving.httpPort, "GET /card.vcf HTTP/1.1\r\nHost:x\r\n\r\n".repeat(1500));
		const answers = await said;
		const start = answers.indexOf("HTTP/1.1 429 ");
		assert.ok(start > 0, `no refusal in ${answers.match(/HTTP\/1.1 200/g)?.length} answers`);
		assert.match(
			answers.slice(start),
			/^HTTP\/1\.1 429 Too Many Requests\r\n[\s\S]*Retry-After: 1\r\nConnection: close\r\n[\s\S]*in a second\.\n$/,
		);
	});
});

test("when there are too many connections, an address with many of them loses one, and nobody else", async () => {
	await using serving = await serveHttp();
	const { httpPort: port } = serving;
	const early = await talk({ port, address: "127.0.0.10" });
	const silent: Socket[] = [];
	for (let last = 11; last <= 15; last++) {
		for (let count = 0; count < 200; count++) {
			const { socket } = await talk({ port, address: `127.0.0.${last}` });
			silent.push(socket);
		}
	}

	await until(
		() => serving.descriptors() > 1000,
		() => `all of them, not ${serving.descriptors()}`,
	);
	const late = await talk({ port, address: "127.0.0.16" });
	for (const { socket, said } of [late, early]) {
		socket.write(request("/", "Connection: close\r\n"));
		assert.match(await said, /^HTTP\/1\.1 200 OK/);
	}

	const dropped = () => serving.lines().filter(({ ended }) => ended === "crowded");
	await until(
		() => dropped().length > 0,
		() => "one that was dropped",
	);
	assert.ok(dropped().every(({ address }) => /^127\.0\.0\.1[1-5]$/.test(address!)));
	for (const socket of silent) {
		socket.destroy();
	}
});
