// npm run bench:ssh: the figures of the SSH server, against OpenSSH that starts the program for each visitor.
//
//   node bench/ssh/run.mjs [PART ...]     connect, keys, hold, pass, stop, attack; all by default (some six minutes)
//   SESSIONS=N                            visitors at once in "hold", 500 by default
//   ATTACKS=churn,half LASTING=4         only the attacks with these words in their names, so long each (8 s)
//
// All traffic stays on this machine's loopback addresses.
import { buildProgram } from "../../build/program.mjs";
import { attacks } from "./attacks.mjs";
import { connecting, holding, passing, stopping, underAttack, walking } from "./measures.mjs";
import { startOpenSsh, startProgram } from "./servers.mjs";

const asked = process.argv.slice(2);
const wants = (part) => asked.length === 0 || asked.includes(part);
const say = (line) => process.stdout.write(`${line}\n`);
const round = (number, digits = 1) => (number === undefined ? "" : Number(number.toFixed(digits)).toLocaleString("en"));
const row = (what, ...cells) => say(`| ${[what, ...cells].join(" | ")} |`);

const most = Number(process.env.SESSIONS ?? 500);
await buildProgram();
let ours = await startProgram();
const theirs = await startOpenSsh();
say(`Node.js ${process.version}, ${(await import("node:os")).cpus().length} cores\n`);
row("", "serve", "OpenSSH + ForceCommand");
row("---", "---", "---");
try {
	if (wants("connect")) {
		const one = await connecting(ours, 200, 1);
		const other = theirs && (await connecting(theirs, 20, 1));
		row(
			"connect to first frame, p50 / p99 ms",
			`${round(one.p50)} / ${round(one.p99)}`,
			other ? `${round(other.p50)} / ${round(other.p99)}` : "",
		);
		row("CPU ms a connection", round(one.cpu, 2), round(other?.cpu));
		const many = await connecting(ours, 200, 50);
		const others = theirs && (await connecting(theirs, 50, 50));
		row(
			"the same, 50 at once",
			`${round(many.p50)} / ${round(many.p99)}`,
			others ? `${round(others.p50)} / ${round(others.p99)}` : "",
		);
	}

	if (wants("keys")) {
		for (const [sessions, theirSessions, every] of [
			[1, 1, 250],
			[100, 20, 1000],
		]) {
			const keys = await walking(ours, sessions, 15, every);
			const others = theirs && (await walking(theirs, theirSessions, 15, every));
			const label =
				sessions === theirSessions ? `${sessions} session` : `${sessions} sessions (OpenSSH: ${theirSessions})`;
			row(
				`key to frame, ${label}, p50 / p99 ms`,
				`${round(keys.p50, 2)} / ${round(keys.p99, 2)}`,
				others ? `${round(others.p50, 2)} / ${round(others.p99, 2)}` : "",
			);
			row(`CPU ms a key, ${label}`, round(keys.cpu, 2), round(others?.cpu, 2));
			row(`bytes a menu move, ${label}`, round(keys.bytes, 0), round(others?.bytes, 0));
			if (keys.missed > 0) {
				row("keys without a frame", keys.missed, "");
			}
		}
	}

	if (wants("hold")) {
		const others = theirs ? await holding(theirs, [1, 20]) : [];
		for (const { sessions, memory, idle } of others) {
			row(`MB and % CPU, ${sessions} idle`, "", `${round(memory)} and ${round(idle)}`);
		}

		for (const { sessions, memory, idle } of await holding(
			ours,
			[1, 50, 200, 500].filter((step) => step <= most),
		)) {
			row(`MB and % CPU, ${sessions} idle`, `${round(memory)} and ${round(idle)}`, "");
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
	await theirs?.stop();
}
