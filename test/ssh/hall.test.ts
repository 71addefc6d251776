import assert from "node:assert/strict";
import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { test } from "node:test";
import { loadSample } from "../helpers/sample.ts";
import { serve } from "./program.ts";
import { until } from "./until.ts";
import { Visitor } from "./visitor.ts";

const { resume } = await loadSample();
const { name } = resume.person;
const [first, second] = resume.sections;

test("sixty visitors behind one address come in at once, and each is answered", async () => {
	await using server = await serve();
	const visitors = await Promise.all(Array.from({ length: 60 }, () => Visitor.view(server.port)));
	await Promise.all(visitors.map((visitor) => visitor.waitFor(`❯ ${first!.title}`)));
	for (const visitor of visitors) {
		visitor.type("j");
	}

	await Promise.all(visitors.map((visitor) => visitor.waitFor(`❯ ${second!.title}`)));
	assert.equal(server.stderr, "");
	for (const visitor of visitors) {
		visitor[Symbol.dispose]();
	}
});

test("beyond its limits an address hears which one it has reached", async () => {
	await using server = await serve(["--max-per-address", "3", "--connections-per-address", "6/1"]);
	const visitors = await Promise.all(Array.from({ length: 3 }, () => Visitor.view(server.port)));
	await Promise.all(visitors.map((visitor) => visitor.waitFor(name)));
	using fourth = await Visitor.view(server.port);
	assert.equal(await fourth.end(), 1);
	assert.match(fourth.raw, /^This address has reached its 3 visits\. Please close one of them first\.\r\n$/);
	const sockets = Array.from({ length: 5 }, () =>
		connect({ port: server.port, host: "127.0.0.1" }).on("error", () => {}),
	);
	await server.ended("connections-per-address");
	for (const socket of sockets) {
		socket.destroy();
	}

	for (const visitor of visitors) {
		visitor[Symbol.dispose]();
	}
});

/** A way to the server that takes so many milliseconds in each direction. */
async function distant(port: number, delay: number): Promise<{ port: number; server: Server }> {
	const server = createServer({ noDelay: true }, (near: Socket) => {
		const far = connect({ port, host: "127.0.0.1", localAddress: "127.0.0.9", noDelay: true });
		for (const [from, to] of [
			[near, far],
			[far, near],
		] as const) {
			from.on("data", (chunk) => setTimeout(() => to.write(chunk), delay));
			from.on("close", () => setTimeout(() => to.destroy(), delay));
			from.on("error", () => {});
		}
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	return { port: (server.address() as { port: number }).port, server };
}

test("a flood of half-open connections keeps no visitor out who is 100 ms away", async () => {
	await using server = await serve();
	const { port, server: way } = await distant(server.port, 50);
	const sockets = new Set<Socket>();
	const flood = setInterval(() => {
		for (let address = 1; address <= 10; address++) {
			const socket = connect({ port: server.port, host: "127.0.0.1", localAddress: `127.0.1.${address}` });
			socket.on("error", () => {}).on("close", () => sockets.delete(socket));
			socket.write("SSH-2.0-half\r\n");
			socket.resume();
			sockets.add(socket);
		}
	}, 53);
	try {
		await until(
			() => server.stderr.includes('"ended":"crowded"'),
			() => "the first that is dropped",
		);
		const visitors = await Promise.all(Array.from({ length: 14 }, () => Visitor.view(port)));
		await Promise.all(visitors.map((visitor) => visitor.waitFor(name)));
		for (const visitor of visitors) {
			visitor[Symbol.dispose]();
		}
	} finally {
		clearInterval(flood);
		for (const socket of sockets) {
			socket.destroy();
		}

		way.close();
	}
});
