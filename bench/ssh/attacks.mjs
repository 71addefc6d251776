// Attackers, in a process of their own so that their work does not slow down the one that measures:
//   node bench/ssh/attacks.mjs NAME PORT      until its standard input ends, or for a minute
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { dial } from "./measures.mjs";
import { visit } from "./visitor.mjs";

const protocolOf = ({ client }) => client._protocol;
const isOver = false;

/** Does it again and again, each time with a visitor who has just logged in and opened the viewer. */
async function again(port, act) {
	while (!isOver) {
		const visitor = await visit(port).catch(() => undefined);
		if (visitor !== undefined) {
			await act(visitor);
			visitor.client.destroy();
		}

		await wait(5);
	}
}

/** As fast as the event loop lets it, until the server has had enough. */
async function flood(visitor, send) {
	for (let count = 0; !isOver && !visitor.isClosed; count++) {
		send(count);
		if (count % 100 === 0) {
			await wait(0);
		}
	}
}

const gone = (visitor) => visitor === undefined || visitor.isClosed;

/** `count` of them do it at once, over and over, all from one address. */
const together = (count, act) => (port) =>
	Promise.all(
		Array.from({ length: count }, async (_, index) => {
			for (let round = 0; !isOver; round++) {
				await act(port, index, round).catch(() => {});
				await wait(5);
			}
		}),
	);

/** A packet that is not encrypted, with as little padding as may be (RFC 4253 §6). */
function plainPacket(payload) {
	const padding = 8 - ((5 + payload.length) % 8) + (8 - ((5 + payload.length) % 8) < 4 ? 8 : 0);
	const packet = Buffer.alloc(5 + payload.length + padding);
	packet.writeUInt32BE(packet.length - 4);
	packet[4] = padding;
	packet.set(payload, 5);
	return packet;
}

/** SSH_MSG_KEXINIT with the one algorithm of each kind that the server has too. */
function kexInit(isStrict) {
	const lists = [
		`curve25519-sha256${isStrict ? ",kex-strict-c-v00@openssh.com" : ""}`,
		"ssh-ed25519",
		...Array(2).fill("aes128-gcm@openssh.com"),
		...Array(2).fill("hmac-sha2-256-etm@openssh.com"),
		...Array(2).fill("none"),
		"",
		"",
	];
	const texts = lists.map((list) => {
		const length = Buffer.alloc(4);
		length.writeUInt32BE(list.length);
		return Buffer.concat([length, Buffer.from(list)]);
	});
	return plainPacket(Buffer.concat([Buffer.from([20]), randomBytes(16), ...texts, Buffer.alloc(5)]));
}

/** Packets within a key exchange: IGNORE, or empty ones, which strict exchanges let pass. */
const withinExchange = (isStrict) =>
	together(10, async (port) => {
		const filler = plainPacket(isStrict ? Buffer.alloc(0) : Buffer.from([2, 0, 0, 0, 0]));
		const socket = dial(port, "127.210.0.1");
		socket.write(Buffer.concat([Buffer.from("SSH-2.0-x\r\n"), kexInit(isStrict), ...Array(9000).fill(filler)]));
		await Promise.race([once(socket, "close"), wait(2000)]);
		socket.destroy();
	});

const letters = [..."education research tsinghua model learning"];

const acts = {
	/** Nobody attacks: what the machine itself does to a key. */
	async nothing() {
		await wait(60_000);
	},
	async "silent sockets"(port) {
		for (let count = 0; !isOver; count++) {
			dial(port, `127.200.${count % 250}.${1 + (Math.floor(count / 250) % 250)}`);
			await wait(2);
		}
	},
	async "half-open connections from ten addresses, 190 a second"(port) {
		for (let count = 0; !isOver; count++) {
			dial(port, `127.203.0.${1 + (count % 10)}`).write(Buffer.concat([Buffer.from("SSH-2.0-x\r\n"), kexInit(true)]));
			await wait(5);
		}
	},
	async garbage(port) {
		for (let count = 0; !isOver; count++) {
			const socket = dial(port, `127.201.${count % 250}.${1 + (Math.floor(count / 250) % 250)}`);
			socket.end(Buffer.concat([Buffer.from("SSH-2.0-x\r\n"), randomBytes(20_000)]));
			await wait(2);
		}
	},
	async "connections from one address"(port) {
		while (!isOver) {
			dial(port, "127.202.0.1").end("SSH-2.0-x\r\n");
			await wait(1);
		}
	},
	"IGNOREs within an exchange, 9,000 each": withinExchange(false),
	"empty packets within a strict one": withinExchange(true),
	logins: (port) => again(port, async () => {}),
	"churn: connects, looks, is gone": together(8, async (port) => {
		const visitor = await visit(port, { from: "127.204.0.1" });
		visitor.client.destroy();
	}),
	"keys exchanged, ten connections": together(10, async (port) => {
		const visitor = await visit(port, { from: "127.205.0.1" });
		for (let count = 0; count < 50 && !isOver && !gone(visitor); count++) {
			protocolOf(visitor).rekey();
			await Promise.race([once(visitor.client, "handshake").catch(() => {}), wait(200)]);
		}

		visitor.client.destroy();
	}),
	"never reads, ten visitors hold keys": together(10, async (port) => {
		const visitor = await visit(port, { from: "127.206.0.1" });
		visitor.client._sock.pause();
		for (let count = 0; count < 2000 && !isOver && !gone(visitor); count++) {
			visitor.channel.write("jjjj\rkkkk\u001B[D");
			await wait(2);
		}

		visitor.client.destroy();
	}),
	"cut in the middle of a frame": together(10, async (port) => {
		const visitor = await visit(port, { from: "127.207.0.1" });
		visitor.channel.write("jj\rtu?");
		await wait(0);
		visitor.client.destroy();
	}),
	"half closed": together(10, async (port) => {
		const visitor = await visit(port, { from: "127.208.0.1" });
		visitor.channel.write("jjjj");
		visitor.client._sock.end();
		await Promise.race([once(visitor.client, "close"), wait(1000)]);
	}),
	"pings, never reading": (port) =>
		again(port, async (visitor) => {
			visitor.client._sock.pause();
			await flood(visitor, () => protocolOf(visitor).ping());
		}),
	channels: (port) =>
		again(port, (visitor) => flood(visitor, (count) => protocolOf(visitor).session(count + 1, 2_000_000, 32_768))),
	"window changes": (port) =>
		again(port, (visitor) =>
			flood(visitor, (count) => visitor.channel.setWindow(20 + (count % 70), 60 + (count % 240), 0, 0)),
		),
	"a paste without end": (port) =>
		again(port, async (visitor) => {
			visitor.channel.write("\u001B[200~");
			await flood(visitor, () => visitor.channel.write("x".repeat(1000)));
		}),
	"held keys": (port) =>
		again(port, async (visitor) => {
			for (let count = 0; count < 200 && !isOver && !visitor.isClosed; count++) {
				visitor.channel.write("jjjjkkkk");
				await wait(10);
			}
		}),
	"one address within its limits: 100 visitors type and search": together(100, async (port, index) => {
		const visitor = await visit(port, { from: "127.209.0.1", columns: 80 + (index % 40), rows: 24 + (index % 20) });
		visitor.channel.write("/");
		for (let count = 0; !isOver && !gone(visitor); count++) {
			visitor.channel.write(count % 20 === 19 ? "\u0015" : letters[(count * 7 + index) % letters.length]);
			await wait(30);
		}
	}),
	"ten visitors who search": (port) =>
		Promise.all(
			Array.from({ length: 10 }, async (_, index) => {
				const visitor = await visit(port, { columns: 100 + index });
				visitor.channel.write("/");
				for (let count = 0; !isOver && !gone(visitor); count++) {
					visitor.channel.write(count % 20 === 19 ? "\u0015" : letters[(count * 7 + index) % letters.length]);
					await wait(100);
				}
			}),
		),
};

/** Attacks for `underAttack`: each runs in a process of its own until it's asked to stop. */
export const attacks = Object.fromEntries(
	Object.keys(acts).map((name) => [
		name,
		async (port, stop) => {
			// On another machine their own work would take nothing from a server that is run by `chrt -r 10`.
			const child = spawn("chrt", ["-o", "0", process.execPath, import.meta.filename, name, String(port)], {
				stdio: ["pipe", "inherit", "inherit"],
			});
			while (!stop.isOver) {
				await wait(50);
			}

			child.kill("SIGKILL");
			await once(child, "exit");
		},
	]),
);

if (process.argv[1] === import.meta.filename) {
	const [name, port] = process.argv.slice(2);
	// Whatever happens, it stops by itself.
	setTimeout(() => process.exit(), 60_000);
	process.stdin.on("end", () => process.exit()).resume();
	process.on("uncaughtException", () => {});
	process.on("unhandledRejection", () => {});
	await acts[name](Number(port));
}
