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

const acts = {
	async "silent sockets"(port) {
		for (let count = 0; !isOver; count++) {
			dial(port, `127.200.${count % 250}.${1 + (Math.floor(count / 250) % 250)}`);
			await wait(2);
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
	logins: (port) => again(port, async () => {}),
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
	"key exchanges": (port) =>
		again(port, async (visitor) => {
			for (let count = 0; count < 12 && !isOver && !visitor.isClosed; count++) {
				protocolOf(visitor).rekey();
				await Promise.race([once(visitor.client, "handshake").catch(() => {}), wait(200)]);
			}
		}),
};

/** Attacks for `underAttack`: each runs in a process of its own until it is told to stop. */
export const attacks = Object.fromEntries(
	Object.keys(acts).map((name) => [
		name,
		async (port, stop) => {
			const child = spawn(process.execPath, [import.meta.filename, name, String(port)], {
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
