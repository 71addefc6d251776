// npm run bench:ssh: the figures of the SSH server, beside bubbletea on wish and OpenSSH that starts the program for each
// visitor, as far as they are installed.
//
//   node bench/ssh/run.mjs [PART ...]     connect, keys, hold, pass, stop, attack; all by default (some six minutes)
//   SESSIONS=N                            visitors at once in "hold", 500 by default
//   ATTACKS=churn,half LASTING=4         only the attacks with these words in their names, so long each (8 s)
//
// All traffic stays on this machine's loopback addresses.
import { existsSync } from "node:fs";
import { buildProgram } from "../../build/program.mjs";
import { attacks } from "./attacks.mjs";
import { connecting, exchanging, holding, passing, stopping, underAttack, walking } from "./measures.mjs";
import { newestSsh, startOpenSsh, startProgram, startWish } from "./servers.mjs";

const asked = process.argv.slice(2);
const wants = (part) => asked.length === 0 || asked.includes(part);
const say = (line) => process.stdout.write(`${line}\n`);
const round = (number, digits = 1) => (number === undefined ? "" : Number(number.toFixed(digits)).toLocaleString("en"));
const row = (what, ...cells) => say(`| ${[what, ...cells].join(" | ")} |`);

const most = Number(process.env.SESSIONS ?? 500);
await buildProgram();
let ours = await startProgram();
const isCompared = ["connect", "keys", "hold"].some(wants);
const peers = isCompared ? (await Promise.all([startWish(), startOpenSsh()])).filter((peer) => peer !== undefined) : [];
/** OpenSSH starts a whole process for each visitor: a few show what that costs. */
const few = (server, many, some) => (server.name === "OpenSSH" ? some : many);
const onEach = async (measure) => {
	const results = [];
	for (const server of [ours, ...peers]) {
		results.push(await measure(server));
	}

	return results;
};
const pair = ({ p50, p99 }, digits) => `${round(p50, digits)} / ${round(p99, digits)}`;

say(`Node.js ${process.version}, ${(await import("node:os")).cpus().length} cores\n`);
row("", "serve", ...peers.map(({ name }) => name));
row("---", "---", ...peers.map(() => "---"));
try {
	if (wants("connect")) {
		const single = await onEach((server) => connecting(server, few(server, 100, 20), 1));
		row("connect to first frame, p50 / p99 ms", ...single.map((each) => pair(each)));
		row("CPU ms a connection", ...single.map(({ cpu }) => round(cpu, 2)));
		const many = await onEach((server) => connecting(server, few(server, 1000, 50), 50));
		row("connect to first frame, 50 at once, p50 / p99 ms", ...many.map((each) => pair(each)));
		row("CPU ms that the 50 visitors need themselves", ...many.map(({ own }) => round(own)));
		row("CPU ms a connection, 50 at once", ...many.map(({ cpu }) => round(cpu, 2)));
		if (existsSync(newestSsh)) {
			const found = await exchanging(ours, newestSsh, ["curve25519-sha256", "mlkem768x25519-sha256"], 200);
			for (const [exchange, cpu] of Object.entries(found)) {
				row(`CPU ms of \`ssh host version\` by ${exchange}`, round(cpu, 2));
			}
		}
	}

	if (wants("keys")) {
		for (const [sessions, every] of [
			[1, 250],
			[100, 1000],
		]) {
			const keys = await onEach((server) => walking(server, few(server, sessions, Math.min(sessions, 20)), 12, every));
			const label = `${sessions} visitor${sessions === 1 ? "" : "s (OpenSSH: 20)"}`;
			row(`key to frame, ${label}, p50 / p99 ms`, ...keys.map((each) => pair(each, 2)));
			row(`CPU ms a key, ${label}`, ...keys.map(({ cpu }) => round(cpu, 2)));
			row(`bytes a key, ${label}`, ...keys.map(({ bytes }) => round(bytes, 0)));
			if (keys.some(({ missed }) => missed > 0)) {
				row("keys without a frame", ...keys.map(({ missed }) => missed));
			}
		}
	}

	if (wants("hold")) {
		const steps = (server) => few(server, [50, 500], [20]).filter((step) => step <= most);
		for (const server of [ours, ...peers]) {
			for (const { sessions, memory, idle } of await holding(server, steps(server))) {
				row(`${server.name}: MB and % CPU, ${sessions} idle`, `${round(memory)} and ${round(idle)}`);
			}
		}
	}

	if (wants("pass")) {
		const passed = await passing(ours, 10_000);
		row("10,000 connections: MB after 5,000 / after all", `${round(passed.half)} / ${round(passed.end)}`, "");
		row("descriptors before / after", `${passed.descriptorsBefore} / ${passed.descriptorsAfter}`, "");
	}

	if (wants("stop")) {
		const { time, restored, sessions } = await stopping(ours, 50);
		row(`SIGTERM with ${sessions} sessions: ms to the end, screens given back`, `${round(time, 0)}, ${restored}`, "");
		await ours.stop();
		ours = await startProgram();
	}

	if (wants("attack")) {
		const chosen = Object.entries(attacks).filter(([name]) =>
			(process.env.ATTACKS ?? "").split(",").some((part) => name.includes(part)),
		);
		const { before, results, after } = await underAttack(
			ours,
			Object.fromEntries(chosen),
			Number(process.env.LASTING ?? 8),
		);
		say("\nA bystander presses a key every 20 ms while somebody attacks:\n");
		row("attack", "p50 ms", "p99 ms", "max ms", "server's CPU", "MB at most");
		row("---", "---", "---", "---", "---", "---");
		for (const { name, p50, p99, max, memory, busy } of results) {
			row(name, round(p50), round(p99), round(max), `${round(busy, 0)} %`, round(memory, 0));
		}

		say(
			`\nbefore: ${round(before.memory)} MB, ${before.descriptors} descriptors; after: ${round(after.memory)} MB, ${after.descriptors} descriptors`,
		);
	}
} finally {
	await ours.stop();
	for (const peer of peers) {
		await peer.stop();
	}
}
