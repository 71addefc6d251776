import assert from "node:assert/strict";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { test } from "node:test";
import ssh2 from "ssh2";
import { viewerOpener } from "../../source/ssh/screen/open-viewer.ts";
import { loadSample } from "../helpers/sample.ts";
import { startWithViewer } from "./in-process.ts";
import { tellLies } from "./lies.ts";
import { logged, startServer, visitsOf } from "./program.ts";
import { until } from "./until.ts";
import { Visitor } from "./visitor.ts";

const { resume } = await loadSample();
const { name } = resume.person;
const [first, second, third] = resume.sections;

/** Figures tell how many visits there are. */
const countingVisits = ["--metrics-port", "0"];

/** What is used of ssh2's inner parts, to do what its client would not. */
type Protocol = {
	ping: () => void;
	authPK: (user: string, key: unknown) => void;
	session: (channel: number, window: number, packet: number) => void;
	channelData: (channel: number, data: Buffer) => void;
	channelWindowAdjust: (channel: number, bytes: number) => void;
	rekey: () => void;
	_handlers: Record<string, () => void>;
};
const protocolOf = (client: ssh2.Client) => (client as unknown as { _protocol: Protocol })._protocol;

/** A socket that is connected and says nothing of itself. */
async function dial(port: number, localAddress?: string): Promise<Socket> {
	const socket = connect({ port, host: "127.0.0.1", localAddress });
	socket.on("error", () => {});
	await once(socket, "connect");
	return socket;
}

const closed = (socket: Socket) =>
	until(
		() => socket.destroyed,
		() => "the socket to be closed",
	);

test("a socket that stays silent, or logs in too slowly, is closed", async () => {
	await using here = await startServer({ silentTime: 300, loginTime: 300 });
	const silent = await dial(here.port);
	silent.resume();
	const slow = await dial(here.port);
	slow.resume();
	slow.write("SSH-2.0-slow");
	const half = await dial(here.port);
	half.resume();
	half.write("SSH-2.0-half\r\n");
	await Promise.all([silent, slow, half].map(closed));
	await logged(here, 3);
	assert.deepEqual(
		here.lines().map(({ ended }) => ended),
		["login-time", "login-time", "login-time"],
	);
	using visitor = await Visitor.view(here.port);
	await visitor.waitFor(name);
	// Longer than the time for the login: whoever is in stays.
	const since = performance.now();
	await until(
		() => performance.now() - since > 400,
		() => "the time to pass",
	);
	assert.equal(here.lines().length, 3);
});

test("who logs in and opens nothing is dropped, and so is who does not take what is printed", async () => {
	await using here = await startServer({ lingerTime: 400, closing: 400 }, { args: countingVisits });
	using idler = await Visitor.connect(here.port);
	await idler.disconnected();
	await here.ended("idle");
	using deaf = await Visitor.connect(here.port);
	const protocol = protocolOf(deaf.client);
	const session = protocol.session.bind(protocol);
	protocol.session = (channel) => session(channel, 10, 32_768);
	protocol.channelWindowAdjust = () => {};
	deaf.exec("--format json", false).catch(() => {});
	await deaf.disconnected();
	await here.ended("disconnected");
	assert.equal(await visitsOf(here), 0);
});

test("packets that lie about their length are refused as soon as it is known", async () => {
	await using here = await startServer();
	await tellLies(here);
});

test("what isn't SSH, and packets with too much or nothing in them, end that connection alone", async () => {
	await using here = await startServer();
	using bystander = await Visitor.view(here.port);
	await bystander.waitFor(`❯ ${first!.title}`);
	const packet = (length: number, rest: Buffer) => {
		const head = Buffer.alloc(4);
		head.writeUInt32BE(length);
		return Buffer.concat([Buffer.from("SSH-2.0-liar\r\n"), head, rest]);
	};
	const attacks = [
		Buffer.from("GET / HTTP/1.1\r\nHost: x\r\n\r\n"),
		Buffer.alloc(20_000, 0x41),
		Buffer.from([0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3, 10, 10]),
		Buffer.from("SSH-1.5-old\r\n"),
		Buffer.from("SSH-2.0-\u0000\u001B[2J\r\n"),
		packet(0xffffffff, Buffer.alloc(64, 20)),
		packet(0x7fffffff, Buffer.alloc(64, 20)),
		packet(40_000, Buffer.alloc(40_000, 20)),
		packet(0, Buffer.alloc(16)),
		packet(12, Buffer.from([255, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
		packet(12, Buffer.from([4, 20, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0])),
		packet(12, Buffer.from([4, 94, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
	];
	for (const [index, attack] of attacks.entries()) {
		const socket = await dial(here.port);
		socket.resume();
		socket.write(attack);
		if (index === 0 || index === 1 || index === 2) {
			socket.write("\r\n");
		}

		// Some of it may be the beginning of a packet that is still to come.
		socket.end();
		await closed(socket);
	}

	await until(
		() => here.lines().length === attacks.length,
		() => "all of them to have ended",
	);
	assert.ok(
		here.lines().every(({ event, ended }) => event === "connection" && /^(protocol|disconnected)$/.test(ended!)),
	);
	assert.ok(here.lines().filter(({ ended }) => ended === "protocol").length >= 9, JSON.stringify(here.lines()));
	bystander.type("j");
	await bystander.waitFor(`❯ ${second!.title}`);
});

test("of those that wait to log in, the oldest is dropped first, and a visitor comes in", async () => {
	await using here = await startServer({ waiting: 5 });
	const sockets: Socket[] = [];
	for (let count = 0; count < 8; count++) {
		const socket = await dial(here.port);
		socket.resume();
		sockets.push(socket);
	}

	await Promise.all(sockets.slice(0, 3).map(closed));
	assert.equal((await here.ended("crowded")).opened, "nothing");
	using visitor = await Visitor.view(here.port);
	await visitor.waitFor(name);
	assert.equal(sockets.filter(({ destroyed }) => !destroyed).length, 4);
	for (const socket of sockets) {
		socket.destroy();
	}
});

test("one address may not connect too often, another may", async () => {
	await using here = await startServer({ connectionsPerAddress: { capacity: 3, perSecond: 1, debt: 0 } });
	const sockets = await Promise.all(Array.from({ length: 5 }, () => dial(here.port)));
	await here.ended("connections-per-address");
	await until(
		() => here.lines().length === 2,
		() => "the fourth and the fifth to be closed",
	);
	using visitor = await Visitor.view(here.port, { from: "127.0.0.2" });
	await visitor.waitFor(name);
	for (const socket of sockets) {
		socket.destroy();
	}
});

test("above the sessions of one address, and of all, a sentence and status 1", async () => {
	await using here = await startServer({ visitsPerAddress: 2, visits: 4 });
	const view = (from: string) => Visitor.view(here.port, { from });
	using one = await view("127.0.0.1");
	using two = await view("127.0.0.1");
	await two.waitFor(name);
	using third = await view("127.0.0.1");
	assert.equal(await third.end(), 1);
	assert.match(third.raw, /^This address has reached its 2 visits\..*\r\n$/);
	using other = await view("127.0.0.2");
	using another = await view("127.0.0.2");
	await another.waitFor(name);
	using fifth = await view("127.0.0.3");
	assert.equal(await fifth.end(), 1);
	assert.match(fifth.raw, /^All 4 places are taken at the moment\..*\r\n$/);
	assert.ok(one.raw !== "" && other.raw !== "");
	assert.equal((await here.ended("visits-per-address")).opened, "refusal");
	await here.ended("visits");

	two.type("q");
	await here.ended("quit");
	using next = await view("127.0.0.1");
	await next.waitFor(name);
});

test("a seventh authentication attempt ends the connection", async () => {
	await using here = await startServer();
	const key = ssh2.utils.parseKey(ssh2.utils.generateKeyPairSync("ecdsa", { bits: 256 }).private);
	const client = new ssh2.Client();
	client.on("error", () => {});
	const isClosed = once(client, "close");
	client.on("handshake", () => {
		// Each says that the key would do, which ssh2's client does not expect before it asked.
		protocolOf(client)._handlers.USERAUTH_PK_OK = () => {};
	});
	client.connect({
		host: "127.0.0.1",
		port: here.port,
		username: "guest",
		authHandler: () => {
			// Asks whether a key would do, and never signs: no answer to it is an entry.
			for (let count = 0; count < 7; count++) {
				protocolOf(client).authPK("guest", key);
			}
		},
	});
	await isClosed;
	await here.ended("auth-attempts");
});

test("several sessions on one connection, but not however many", async () => {
	await using here = await startServer({ sessionsPerConnection: 3 }, { args: countingVisits });
	using visitor = await Visitor.view(here.port, { keepsConnection: true });
	await visitor.waitFor(`❯ ${first!.title}`);
	const run = (command: string) =>
		new Promise<string>((resolve, reject) => {
			visitor.client.exec(command, (error, channel) => {
				let said = "";
				channel?.on("data", (chunk: Buffer) => {
					said += chunk;
				});
				channel?.on("close", () => resolve(said));
				error && reject(error);
			});
		});
	const [card, version] = await Promise.all([run("card"), run("--version")]);
	assert.ok(card.includes(name));
	assert.match(version, /^\d+\.\d+\.\d+\n$/);
	const many = await Promise.allSettled(["card", "card", "card"].map(run));
	assert.equal(many.filter(({ status }) => status === "rejected").length, 1, "the viewer is one of three");
	visitor.type("j");
	await visitor.waitFor(`❯ ${second!.title}`);
	visitor.type("q");
	assert.equal(await visitor.end(), 0);
	assert.ok((await run("card")).includes(name), "and after the first has ended");
	while ((await visitsOf(here)) > 0) {
		// They are about to be over.
	}
});

test("sessions without end are turned away, and disturb nobody", async () => {
	await using here = await startServer({}, { args: countingVisits });
	using bystander = await Visitor.view(here.port);
	await bystander.waitFor(`❯ ${first!.title}`);
	using flood = await Visitor.connect(here.port);
	for (let channel = 0; channel < 20_000; channel++) {
		protocolOf(flood.client).session(channel, 2_000_000, 32_768);
	}

	bystander.type("j");
	await bystander.waitFor(`❯ ${second!.title}`);
	assert.equal(await visitsOf(here), 1);
});

test("a client may exchange keys again and again, but not faster and faster", async () => {
	await using here = await startServer({ rekeys: { capacity: 8, perSecond: 0.1, debt: 0 } });
	using visitor = await Visitor.view(here.port);
	await visitor.waitFor(`❯ ${first!.title}`);
	const rekey = () => {
		protocolOf(visitor.client).rekey();
		return once(visitor.client, "handshake");
	};
	for (let count = 0; count < 8; count++) {
		await rekey();
	}

	visitor.type("j");
	await visitor.waitFor(`❯ ${second!.title}`);
	rekey().catch(() => {});
	assert.equal(await visitor.end(), 1);
	assert.ok(!visitor.isAlternateScreen && visitor.history().includes("your client exchanges keys too often"));
	await here.ended("rekeys");
});

test("a flood of pings waits for its turn, and is ended if it doesn't end by itself", async () => {
	await using here = await startServer({ behindTime: 300, processor: { capacity: 30, perSecond: 10, debt: 0 } });
	using flood = await Visitor.view(here.port, { from: "127.0.0.2" });
	await flood.waitFor(name);
	using bystander = await Visitor.view(here.port);
	await bystander.waitFor(`❯ ${first!.title}`);
	for (let count = 0; count < 20_000; count++) {
		protocolOf(flood.client).ping();
	}

	bystander.type("j");
	await bystander.waitFor(`❯ ${second!.title}`);
	assert.equal(await flood.end(), 1);
	assert.ok(!flood.isAlternateScreen && flood.history().includes("more arrived from your terminal"));
	await here.ended("behind");
	bystander.type("k");
	await bystander.waitFor(`❯ ${first!.title}`);
});

test("a long paste disturbs nobody, and a key after it is heard", async () => {
	await using here = await startServer();
	using bystander = await Visitor.view(here.port);
	await bystander.waitFor(`❯ ${first!.title}`);
	using flood = await Visitor.view(here.port, { from: "127.0.0.2" });
	await flood.waitFor(`❯ ${first!.title}`);
	flood.type(`\u001B[200~${"x".repeat(50_000)}`);
	bystander.type("j");
	await bystander.waitFor(`❯ ${second!.title}`);
	flood.type("\u001B[201~");
	flood.type("q");
	assert.equal(await flood.end(), 0);
	assert.ok(!flood.isAlternateScreen);
});

test("a held wheel, faster than any hand, is followed and cuts nobody off", async () => {
	await using here = await startServer();
	using visitor = await Visitor.run(here.port, "--mouse", { pty: true });
	await visitor.waitFor(`❯ ${first!.title}`);
	for (let count = 0; count < 3000; count++) {
		visitor.type(`\u001B[<${count < 1500 ? 65 : 64};10;10M`);
	}

	visitor.type("j");
	await visitor.waitFor(`❯ ${second!.title}`);
	assert.equal(here.lines().length, 0);
});

test("input that the screen does not take is not kept without bound", async () => {
	const openViewer = viewerOpener();
	await using here = await startWithViewer(
		(options) => {
			const viewer = openViewer(options);
			options.input.pause();
			return viewer;
		},
		{ unread: 2000 },
	);
	using visitor = await Visitor.view(here.port);
	await visitor.waitFor(name);
	visitor.type("j".repeat(4000));
	assert.equal(await visitor.end(), 1);
	assert.ok(!visitor.isAlternateScreen && visitor.history().includes("too much was typed or pasted"));
	await here.ended("unread");
});

/** Opens the viewer with another window and packet size than ssh2's client would have. */
async function viewWith(port: number, window: number, packet: number): Promise<Visitor> {
	const visitor = await Visitor.connect(port);
	const protocol = protocolOf(visitor.client);
	const session = protocol.session.bind(protocol);
	protocol.session = (channel) => session(channel, window, packet);
	protocol.channelWindowAdjust = () => {};
	visitor.shell().catch(() => {});
	return visitor;
}

test("a client that never reads is dropped before much waits for it", async () => {
	await using here = await startServer({ unsent: 40_000 });
	using deaf = await viewWith(here.port, 4096, 32_768);
	await until(
		() => deaf.raw !== "",
		() => "the first frame",
	);
	let count = 0;
	await until(
		() => {
			count++;
			deaf.channel.setWindow(30 + (count % 30), 100 + (count % 50), 0, 0);
			return deaf.isClosed;
		},
		() => "the connection's end",
	);
	await deaf.disconnected();
	await here.ended("unsent");
});

test("a terminal that takes nothing for a while is then shown the latest screen, not all that it missed", async () => {
	await using here = await startServer({ ahead: 3000 });
	using slow = await viewWith(here.port, 4096, 32_768);
	await until(
		() => slow.raw !== "",
		() => "the first frame",
	);
	using other = await Visitor.view(here.port, { from: "127.0.0.2" });
	await other.waitFor(`❯ ${first!.title}`);
	for (let count = 0; count < 200; count++) {
		const isDown = count % 2 === 0;
		slow.type(isDown ? "j" : "k");
		// Both are served in turn: once this one is answered, the key of the other was looked at.
		other.type(isDown ? "j" : "k");
		await other.waitFor(`❯ ${(isDown ? second : first)!.title}`);
	}

	slow.type("jj");
	const protocol = protocolOf(slow.client);
	const { id } = (slow.channel as unknown as { outgoing: { id: number } }).outgoing;
	Object.getPrototypeOf(protocol).channelWindowAdjust.call(protocol, id, 2_000_000);
	await slow.waitFor(`❯ ${third!.title}`);
	assert.ok(slow.raw.length < 15_000, `${slow.raw.length} bytes`);
	slow.type("q");
	assert.equal(await slow.end(), 0);
});

test("a visitor for whom too much waits gets the screen back and reads why, if the connection still takes it", async () => {
	await using here = await startServer({ unsent: 5000 });
	using visitor = await Visitor.view(here.port);
	await visitor.waitFor(`❯ ${first!.title}`);
	visitor.channel.setWindow(90, 280, 0, 0);
	assert.equal(await visitor.end(), 1);
	assert.ok(!visitor.isAlternateScreen && visitor.history().includes("didn't take what was sent"), visitor.history());
	await here.ended("unsent");
});

test("a client that takes packets of nothing, or of a few bytes, is refused", async () => {
	await using here = await startServer();
	for (const size of [0, 1, 255]) {
		using visitor = await viewWith(here.port, 2_000_000, size);
		await visitor.disconnected();
	}

	await logged(here, 3);
	assert.deepEqual(
		here.lines().map(({ ended }) => ended),
		["small-packets", "small-packets", "small-packets"],
		JSON.stringify(here.lines()),
	);
	using small = await viewWith(here.port, 2_000_000, 256);
	await small.waitFor(name);
});

test("a terminal without a size is 80 by 24, one with an absurd size 300 by 100", async () => {
	await using here = await startServer();
	using zero = await Visitor.connect(here.port);
	await new Promise<void>((resolve, reject) => {
		zero.client.shell({ cols: 0, rows: 0, term: "xterm" }, (error, channel) => {
			channel?.on("data", (chunk: Buffer) => {
				zero.raw += chunk;
			});
			error ? reject(error) : resolve();
		});
	});
	await until(
		() => /(?<!─)─{76}(?!─)/.test(zero.raw),
		() => `a rule for 80 columns in ${zero.raw}`,
	);

	using huge = await Visitor.view(here.port, { columns: 300, rows: 100 });
	await huge.waitFor(name);
	huge.channel.setWindow(4294967295, 4294967295, 0, 0);
	huge.type("j");
	await huge.waitFor(`❯ ${second!.title}`);
	assert.ok(huge.raw.length < 400_000);
});

test("20,000 window changes disturb nobody", async () => {
	await using here = await startServer();
	using bystander = await Visitor.view(here.port);
	await bystander.waitFor(`❯ ${first!.title}`);
	using flood = await Visitor.view(here.port, { from: "127.0.0.2" });
	await flood.waitFor(name);
	for (let count = 0; count < 20_000; count++) {
		flood.channel.setWindow(20 + (count % 60), 60 + (count % 200), 0, 0);
	}

	bystander.type("j");
	await bystander.waitFor(`❯ ${second!.title}`);
	flood.resize(90, 30);
	await flood.waitFor(/─{80}/);
});

test("an escape sequence that does not end holds nothing up", async () => {
	await using here = await startServer();
	using visitor = await Visitor.view(here.port);
	await visitor.waitFor(`❯ ${first!.title}`);
	visitor.type(`\u001B[${"1;".repeat(5000)}`);
	visitor.type("A");
	visitor.type("j");
	await visitor.waitFor(`❯ ${second!.title}`);
	visitor.type(`\u001B]52;c;${"A".repeat(3000)}\u0007`);
	visitor.type("k");
	await visitor.waitFor(`❯ ${first!.title}`);
});

test("a client that no longer answers is given up after three keepalives", async () => {
	await using here = await startServer({ keepaliveInterval: 400, keepaliveCount: 3 });
	using answering = await Visitor.view(here.port);
	await answering.waitFor(name);
	using silent = await Visitor.view(here.port);
	await silent.waitFor(name);
	(silent.client as unknown as { _sock: Socket })._sock.write = () => true;
	await silent.disconnected();
	await here.ended("keepalive");
	answering.type("j");
	await answering.waitFor(`❯ ${second!.title}`);
});

test("clients that are cut in the middle of a frame leave nothing behind", async () => {
	await using here = await startServer({}, { args: countingVisits });
	for (let round = 0; round < 10; round++) {
		const visitors = await Promise.all(Array.from({ length: 5 }, () => Visitor.view(here.port)));
		for (const [index, visitor] of visitors.entries()) {
			visitor.type("jjjj\r");
			if (index % 2 === 0) {
				await new Promise(setImmediate);
			}

			visitor.client.destroy();
		}
	}

	await until(
		() => here.lines().length === 50,
		() => "all connections to be gone",
	);
	assert.equal(await visitsOf(here), 0);
	assert.ok(here.lines().every(({ event, ended }) => event === "connection" && ended === "disconnected"));
	using visitor = await Visitor.view(here.port);
	await visitor.waitFor(name);
});

test("a PROXY header is believed from those who are trusted alone, and its address is the one that counts", async () => {
	await using here = await startServer(
		{ connectionsPerAddress: { capacity: 2, perSecond: 0.01, debt: 0 } },
		{ args: ["--proxy-protocol", "--trust-proxy", "127.0.0.9"] },
	);
	const header = (address: string) => `PROXY TCP4 ${address} 127.0.0.1 1 2\r\n`;
	const liar = await dial(here.port);
	liar.write(header("203.0.113.1"));
	await here.ended("untrusted-proxy");
	const vague = await dial(here.port, "127.0.0.9");
	vague.write("SSH-2.0-direct\r\n");
	await here.ended("proxy-header");
	const check = await dial(here.port, "127.0.0.9");
	check.destroy();

	for (const address of ["203.0.113.5", "203.0.113.6"]) {
		for (let count = 0; count < 3; count++) {
			const socket = await dial(here.port, "127.0.0.9");
			socket.write(`${header(address)}SSH-2.0-someone\r\n`);
			socket.end();
			await closed(socket.resume());
		}
	}

	await until(
		() => here.lines().length === 8,
		() => `eight lines of ${JSON.stringify(here.lines(), undefined, 1)}`,
	);
	for (const address of ["203.0.113.5", "203.0.113.6"]) {
		const ends = here
			.lines()
			.filter((line) => line.address === address)
			.map(({ ended }) => ended);
		assert.deepEqual(ends.sort(), ["connections-per-address", "disconnected", "disconnected"]);
	}
});
