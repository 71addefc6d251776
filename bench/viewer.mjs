// The viewer while it is used: how soon a key is answered, how many bytes the answer is, how much memory it takes.
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import pty from "@lydell/node-pty";
import { cleanEnv, quantile } from "./measure.mjs";

const size = { cols: 80, rows: 24, name: "xterm-256color" };
const down = "\u001B[B";
const up = "\u001B[A";

/** Bracketed paste is asked for once keys are listened to, which is later than the first frame. */
const listening = "\u001B[?2004h";

/** From the first of this many items to the last, and back. */
export const walk = (items) => [...Array(items - 1).fill(down), ...Array(items - 1).fill(up)];

/** A word typed into the search letter by letter, and taken back. */
export const typing = [..."training", ..."\u007F".repeat("training".length)];

/**
 * Presses keys in a terminal of 80×24, each after the answer to the one before: ↓ and ↑ in the menu that the program
 * opens with if no others are given.
 *
 * @param {readonly string[]} argv
 * @param {RegExp} ready what the first screen shows
 * @param {{ presses?: number, opening?: string, keys?: readonly string[] }} [options] opening: pressed first, not
 *   measured; keys: pressed over and over
 * @returns {Promise<{ p50: number, p99: number, bytes: number }>} milliseconds from a key to the first byte of its frame,
 *   and the bytes that answer `keys[0]`, on average over all its presses
 */
export async function pressKeys(argv, ready, { presses = 200, opening = "", keys = [down, up] } = {}) {
	const child = pty.spawn(argv[0], argv.slice(1), { ...size, env: cleanEnv() });
	let written = "";
	let onData = () => {};
	child.onData((data) => {
		written += data;
		onData(data);
	});
	const until = (isThere) =>
		new Promise((resolve, reject) => {
			const timer = setTimeout(
				() => reject(new Error(`${argv.join(" ")} did not answer; it wrote ${written.slice(-300)}`)),
				20_000,
			);
			const look = () => {
				if (isThere()) {
					clearTimeout(timer);
					onData = () => {};
					resolve(performance.now());
				}
			};
			onData = look;
			look();
		});
	await until(() => ready.test(written) && written.includes(listening));
	await settled();

	if (opening !== "") {
		written = "";
		child.write(opening);
		await until(() => written.length > 0);
		await settled();
	}

	const latencies = [];
	let bytes = 0;
	for (let press = 0; press < presses; press++) {
		const key = keys[press % keys.length];
		written = "";
		const started = performance.now();
		child.write(key);
		latencies.push((await until(() => written.length > 0)) - started);
		await settled();
		bytes += key === keys[0] ? Buffer.byteLength(written) : 0;
	}
	child.kill("SIGKILL");
	const firsts = keys.filter((key) => key === keys[0]).length;
	const rounds = presses / keys.length;
	return { p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99), bytes: bytes / (rounds * firsts) };
}

/** A person's pause between two keys, in which the rest of a frame comes. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 30));

/** The most memory, in MB, that a program has held by the time it shows `ready` and a second after. */
export function peakMemory(argv, ready) {
	return new Promise((resolve, reject) => {
		const child = pty.spawn(argv[0], argv.slice(1), { ...size, env: cleanEnv() });
		let written = "";
		let peak;
		child.onData((data) => {
			written += data;
			if (peak === undefined && ready.test(written)) {
				peak = readPeak(child.pid);
				setTimeout(() => {
					peak = Math.max(peak, readPeak(child.pid));
					child.kill("SIGKILL");
				}, 1000);
			}
		});
		child.onExit(() =>
			peak === undefined ? reject(new Error(`${argv.join(" ")} never showed ${ready}`)) : resolve(peak),
		);
	});
}

/** Only Linux says it of another process; 0 once that has ended. */
function readPeak(pid) {
	try {
		return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
	} catch {
		return 0;
	}
}
