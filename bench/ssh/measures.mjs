// What is measured. Each gives plain numbers: milliseconds, megabytes, bytes, percent of one core.
import { execFile } from "node:child_process";
import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { cpu, descriptors, memory } from "./process.mjs";
import { leave, press, quantile, visit } from "./visitor.mjs";

const timesOf = (numbers) => ({ p50: quantile(numbers, 0.5), p99: quantile(numbers, 0.99) });

/**
 * From the TCP connection to the end of the first frame, `count` visitors, `atOnce` of them at a time. `own` is what all
 * visitors together, who are this process, need of the processor until the last of them sees it.
 */
export async function connecting({ port, pid, visitor }, count, atOnce) {
	await leave(await visit(port, visitor));
	const times = [];
	const before = cpu(pid);
	let own = 0;
	for (let done = 0; done < count; done += atOnce) {
		const ownBefore = process.cpuUsage();
		const visitors = await Promise.all(Array.from({ length: atOnce }, () => visit(port, visitor)));
		const { user, system } = process.cpuUsage(ownBefore);
		own += (user + system) / 1000 / (count / atOnce);
		times.push(...visitors.map(({ firstFrame }) => firstFrame));
		await Promise.all(visitors.map(leave));
	}

	await wait(500);
	return { ...timesOf(times), cpu: (cpu(pid) - before) / times.length, own };
}

/** From a key to the end of its frame: `sessions` visitors walk the menu for `seconds`, a key every `every` ms each. */
export async function walking({ port, pid, visitor }, sessions, seconds, every) {
	const visitors = await crowd(port, visitor, sessions);
	await wait(1000);
	const times = [];
	let missed = 0;
	const before = { cpu: cpu(pid), bytes: sum(visitors.map(({ bytes }) => bytes)) };
	const end = performance.now() + seconds * 1000;
	await Promise.all(
		visitors.map(async (each, index) => {
			await wait((index / sessions) * every);
			for (let step = 0; performance.now() < end; step++) {
				const startedAt = performance.now();
				const time = await press(each, step % 8 < 4 ? "\u001B[B" : "\u001B[A");
				time === undefined ? missed++ : times.push(time);
				await wait(Math.max(0, every - (performance.now() - startedAt)) * (0.8 + 0.4 * Math.random()));
			}
		}),
	);
	const keys = times.length;
	const result = {
		...timesOf(times),
		missed,
		cpu: (cpu(pid) - before.cpu) / keys,
		bytes: (sum(visitors.map(({ bytes }) => bytes)) - before.bytes) / keys,
	};
	await Promise.all(visitors.map(leave));
	return result;
}

/** Memory and CPU with this many visitors who only look. */
export async function holding({ port, pid, visitor }, steps) {
	const results = [];
	const visitors = [];
	for (const step of steps) {
		visitors.push(...(await crowd(port, visitor, step - visitors.length)));
		await wait(3000);
		const before = cpu(pid);
		await wait(3000);
		results.push({ sessions: step, memory: memory(pid), idle: (cpu(pid) - before) / 30 });
	}

	await Promise.all(visitors.map(leave));
	return results;
}

/** `count` visitors one after another: memory half way and at the end, descriptors before and after. */
export async function passing({ port, pid }, count) {
	await wait(1000);
	const before = { descriptors: descriptors(pid) };
	let half = 0;
	const lanes = Array.from({ length: 4 }, async (_, lane) => {
		for (let index = lane; index < count; index += 4) {
			const visitor = await visit(port);
			visitor.client.destroy();
			if (index === count / 2) {
				half = memory(pid);
			}
		}
	});
	await Promise.all(lanes);
	await wait(2000);
	return { half, end: memory(pid), descriptorsBefore: before.descriptors, descriptorsAfter: descriptors(pid) };
}

/** SIGTERM with this many visitors: the time until the process has ended, and whose screen was given back. */
export async function stopping({ child, port, visitor }, sessions) {
	const visitors = await crowd(port, visitor, sessions);
	const ended = new Promise((resolve) => {
		child.once("exit", resolve);
	});
	const startedAt = performance.now();
	child.kill("SIGTERM");
	await ended;
	const time = performance.now() - startedAt;
	await wait(300);
	return { time, restored: visitors.filter(({ raw }) => raw.includes("\u001B[?1049l")).length, sessions };
}

/** How a visitor's keys are answered while others attack. */
export async function underAttack({ port, pid }, attacks, seconds) {
	const bystander = await visit(port, { from: "127.9.9.9" });
	await wait(500);
	const before = { memory: memory(pid), descriptors: descriptors(pid) };
	const results = [];
	// Down and up in turn, over all attacks: at the end of the menu a key would change nothing, and no frame answer it.
	let step = 0;
	for (const [name, attack] of Object.entries(attacks)) {
		const cpuBefore = cpu(pid);
		const stop = { isOver: false };
		const attacking = attack(port, stop);
		const times = [];
		const end = performance.now() + seconds * 1000;
		let most = 0;
		for (; performance.now() < end; step++) {
			times.push((await press(bystander, step % 2 === 0 ? "\u001B[B" : "\u001B[A")) ?? 5000);
			most = Math.max(most, memory(pid));
			await wait(20);
		}

		stop.isOver = true;
		await attacking;
		results.push({
			name,
			...timesOf(times),
			max: Math.max(...times),
			memory: most,
			busy: (cpu(pid) - cpuBefore) / (seconds * 10),
		});
	}

	await leave(bystander);
	await wait(3000);
	return { before, results, after: { memory: memory(pid), descriptors: descriptors(pid) } };
}

async function crowd(port, options, count) {
	const visitors = [];
	while (visitors.length < count) {
		const some = Math.min(10, count - visitors.length);
		visitors.push(...(await Promise.all(Array.from({ length: some }, () => visit(port, options)))));
	}

	return visitors;
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** A socket for an attack: its errors are expected. */
export function dial(port, localAddress) {
	const socket = connect({ port, host: "127.0.0.1", localAddress });
	socket.on("error", () => {});
	socket.resume();
	return socket;
}

/**
 * OpenSSH's client prints the version, which takes nothing but the connection, `count` times by each of these key
 * exchanges in turn.
 * @returns milliseconds of the server's CPU a connection, by exchange
 */
export async function exchanging({ port, pid }, client, exchanges, count) {
	const run = async (exchange) => {
		const options = [
			"StrictHostKeyChecking=no",
			"UserKnownHostsFile=/dev/null",
			"LogLevel=ERROR",
			`KexAlgorithms=${exchange}`,
		].flatMap((option) => ["-o", option]);
		await promisify(execFile)(client, ["-F", "none", "-p", String(port), ...options, "127.0.0.1", "version"]);
	};
	const results = Object.fromEntries(exchanges.map((exchange) => [exchange, 0]));
	const most = 10;
	for (let done = 0; done < count; done += most) {
		for (const exchange of exchanges) {
			const before = cpu(pid);
			for (let each = 0; each < most; each++) {
				await run(exchange);
			}

			results[exchange] += (cpu(pid) - before) / count;
		}
	}

	return results;
}
