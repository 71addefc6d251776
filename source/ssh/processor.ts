import { performance } from "node:perf_hooks";

/** How often is measured, in milliseconds: to ask for the CPU time takes as long as many a turn. */
const interval = 100;

/**
 * How much of the processor this process gets while it works: less than all of it on a busy machine, where a clock counts
 * others' work too; more where garbage is collected beside the work.
 */
export class Processor {
	#share = 1;
	#measuredAt = Number.NEGATIVE_INFINITY;
	#cpu = 0;
	#active = 0;

	/** The share of late. @param now of `monotonic()` */
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
