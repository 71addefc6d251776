import { performance } from "node:perf_hooks";

/** How often to measure, in milliseconds: asking for the CPU time takes as long as a short turn. */
const interval = 100;

/**
 * How much of the processor this process gets while it works: less than all of it on a busy machine, where a clock counts
 * others' work too; more if garbage is collected in parallel.
 */
export class Processor {
	#share = 1;
	#measuredAt = Number.NEGATIVE_INFINITY;
	#cpu = 0;
	#active = 0;

	/** The recent share. @param now of `monotonic()` */
	shareAt(now: number): number {
		if (now - this.#measuredAt > interval) {
			const { user, system } = process.cpuUsage();
			const cpu = (user + system) / 1000;
			const { active } = performance.eventLoopUtilization();
			if (active - this.#active > 1) {
				this.#share = (cpu - this.#cpu) / (active - this.#active);
				this.#cpu = cpu;
				this.#active = active;
			}

			this.#measuredAt = now;
		}

		return this.#share;
	}
}
