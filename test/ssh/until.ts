import { setTimeout as wait } from "node:timers/promises";

/**
 * Waits for what a condition says, looking again and again.
 * @throws after `limit` ms, with what was waited for.
 */
export async function until(isDone: () => boolean, what: () => string, limit = 15_000): Promise<void> {
	const end = performance.now() + limit;
	while (!isDone()) {
		if (performance.now() > end) {
			throw new Error(`waited ${limit} ms for ${what()}`);
		}

		await wait(5);
	}
}
