// What a process and its children take, from /proc.
import { readdirSync, readFileSync } from "node:fs";

const TICK = 10; // ms: Linux counts in hundredths of a second for everybody

/** Every process: its parent, and the milliseconds of CPU it and its dead children took. */
function processes() {
	const all = new Map();
	for (const name of readdirSync("/proc")) {
		if (/^\d+$/.test(name)) {
			try {
				const stat = readFileSync(`/proc/${name}/stat`, "utf8");
				const fields = stat
					.slice(stat.lastIndexOf(")") + 2)
					.split(" ")
					.map(Number);
				all.set(Number(name), { parent: fields[1], cpu: (fields[11] + fields[12] + fields[13] + fields[14]) * TICK });
			} catch {
				// It has ended.
			}
		}
	}

	return all;
}

function tree(root) {
	const all = processes();
	const found = [root];
	for (const pid of found) {
		for (const [child, { parent }] of all) {
			if (parent === pid) {
				found.push(child);
			}
		}
	}

	return found.map((pid) => ({ pid, ...all.get(pid) }));
}

/** Milliseconds of CPU that the process and all its children have taken. */
export const cpu = (root) => tree(root).reduce((sum, { cpu = 0 }) => sum + cpu, 0);

/** Megabytes of memory, what is shared between processes counted once. */
export function memory(root) {
	let kilobytes = 0;
	for (const { pid } of tree(root)) {
		try {
			kilobytes += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))[1]);
		} catch {
			// It has ended.
		}
	}

	return kilobytes / 1024;
}

export const descriptors = (pid) => readdirSync(`/proc/${pid}/fd`).length;
