import type { Limits } from "./limits.ts";

export type ClockEvents = {
	/** Shows one line to the visitor. */
	warn: (text: string) => void;
	end: (reason: "idle" | "max-time", farewell: string) => void;
};

/** Ends a session that nobody uses, and one that has lasted long enough, each after a warning. */
export class Clock {
	readonly #timers: NodeJS.Timeout[];
	readonly #idle: NodeJS.Timeout[];

	constructor({ idleTime, sessionTime, warning }: Limits, { warn, end }: ClockEvents) {
		const idleWarning = Math.min(warning, idleTime / 2);
		const lastWarning = Math.min(warning, sessionTime / 2);
		this.#idle = [
			setTimeout(
				() => warn(`Still there? Press a key, or this ends in ${duration(idleWarning)}.`),
				idleTime - idleWarning,
			),
			setTimeout(() => end("idle", `Ended after ${duration(idleTime)} without a key. Come back any time.`), idleTime),
		];
		this.#timers = [
			...this.#idle,
			setTimeout(
				() => warn(`A visit lasts ${duration(sessionTime)}: ${duration(lastWarning)} left.`),
				sessionTime - lastWarning,
			),
			setTimeout(() => end("max-time", `Ended after ${duration(sessionTime)}. Come back any time.`), sessionTime),
		];
	}

	/** The visitor is there: a key arrived. */
	touch(): void {
		for (const timer of this.#idle) {
			timer.refresh();
		}
	}

	stop(): void {
		for (const timer of this.#timers) {
			clearTimeout(timer);
		}
	}
}

/** "10 minutes", "1 second". */
export function duration(milliseconds: number): string {
	const isMinutes = milliseconds >= 60_000 && milliseconds % 60_000 === 0;
	const count = isMinutes ? milliseconds / 60_000 : Math.round(milliseconds / 100) / 10;
	return `${count} ${isMinutes ? "minute" : "second"}${count === 1 ? "" : "s"}`;
}
