// How a program is timed: runs of all the cases take turns, so that what else the machine does falls on each alike, and
// figures are read as ratios to a bare Node.js of the same turn.
import { spawn } from "node:child_process";
import { performance } from "node:perf_hooks";
import process from "node:process";
import pty from "@lydell/node-pty";

/** The environment without what would make a program believe that it is not in a person's terminal. */
export function cleanEnv(more = {}) {
	const env = { ...process.env, TERM: "xterm-256color", COLORTERM: "truecolor", LANG: "C.UTF-8" };
	for (const name of [
		"CI",
		"NO_COLOR",
		"FORCE_COLOR",
		"COLUMNS",
		"LINES",
		"NODE_OPTIONS",
		"CONTINUOUS_INTEGRATION",
		"BUILD_NUMBER",
		"GITHUB_ACTIONS",
	]) {
		delete env[name];
	}
	return { ...env, ...more };
}

/**
 * Milliseconds from starting a program in a pseudo-terminal until it has written what `ready` matches. It is then ended.
 *
 * @param {readonly string[]} argv
 * @param {RegExp} ready tested against all that was written
 * @param {{ columns?: number, rows?: number, env?: Record<string, string>, leave?: string, limit?: number,
 *   press?: { key: string, answer: RegExp } }} [options] leave: keys that end it, for a run that must end by itself;
 *   without them it is killed; press: a key that is pressed as soon as it is ready, and what answers it: the time is then
 *   that of the answer
 */
export function timeToFrame(argv, ready, { columns = 80, rows = 24, env, leave, limit = 30_000, press } = {}) {
	return new Promise((resolve, reject) => {
		const started = performance.now();
		const child = pty.spawn(argv[0], argv.slice(1), {
			cols: columns,
			rows,
			name: "xterm-256color",
			env: cleanEnv(env),
		});
		let written = "";
		let elapsed;
		let isPressed = false;
		const timer = setTimeout(() => child.kill("SIGKILL"), limit);
		child.onData((data) => {
			written += data;
			if (press !== undefined && !isPressed && ready.test(written)) {
				isPressed = true;
				child.write(press.key);
			}
			if (elapsed === undefined && (press === undefined ? ready : press.answer).test(written)) {
				elapsed = performance.now() - started;
				if (leave) {
					child.write(leave);
				} else {
					child.kill("SIGKILL");
				}
			}
		});
		child.onExit(() => {
			clearTimeout(timer);
			if (elapsed === undefined) {
				reject(new Error(`${argv.join(" ")} never wrote ${ready}; it wrote ${JSON.stringify(written.slice(0, 500))}`));
			} else {
				resolve(elapsed);
			}
		});
	});
}

/** Milliseconds from starting a program without a terminal until it has ended. */
export function timeToEnd(argv, { env, cwd, stdin = "ignore" } = {}) {
	return new Promise((resolve, reject) => {
		const started = performance.now();
		const child = spawn(argv[0], argv.slice(1), { cwd, env: cleanEnv(env), stdio: [stdin, "pipe", "inherit"] });
		child.stdout.resume();
		child.on("error", reject);
		child.on("close", (code) => {
			if (code === 0) {
				resolve(performance.now() - started);
			} else {
				reject(new Error(`${argv.join(" ")} ended with ${code}`));
			}
		});
	});
}

/** @param {readonly number[]} values */
export function quantile(values, share) {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/**
 * Runs the cases in turns.
 *
 * @param {Record<string, () => Promise<number>>} cases the first is the one that the others are compared with
 * @param {number} runs counted turns; one more comes before them
 * @returns {Promise<Record<string, { ms: number, ratio: number }>>} the median, and the median of the ratios turn by turn
 */
export async function takeTurns(cases, runs) {
	const names = Object.keys(cases);
	const times = Object.fromEntries(names.map((name) => [name, []]));
	for (let turn = 0; turn <= runs; turn++) {
		for (const name of names) {
			const elapsed = await cases[name]();
			if (turn > 0) {
				times[name].push(elapsed);
			}
		}
	}
	const base = times[names[0]];
	return Object.fromEntries(
		names.map((name) => [
			name,
			{
				ms: quantile(times[name], 0.5),
				ratio: quantile(
					times[name].map((value, turn) => value / base[turn]),
					0.5,
				),
			},
		]),
	);
}
