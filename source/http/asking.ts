import { monotonic } from "../ssh/monotonic.ts";
import type { Account, Turns, Worker } from "../ssh/turns.ts";

/** What is done for a request; a promise if it goes on after that. */
type Answering = () => void | Promise<void>;

/**
 * The requests of one connection. Each is answered in a turn of its address, of those that visitors over SSH have as well:
 * neither keeps the other waiting.
 */
export class Asking implements Worker {
	readonly isInside = false;
	readonly account: Account;
	readonly #turns: Turns;
	#waiting: Answering[] = [];
	#isAnswering = false;

	/** @param visitor the address that it counts for */
	constructor(turns: Turns, visitor: string) {
		this.#turns = turns;
		this.account = turns.enter(visitor);
	}

	/** Answers when it's the address's turn, after what was asked before. The answer says itself what goes wrong. */
	ask(answer: Answering): void {
		this.#waiting.push(answer);
		this.#goOn();
	}

	get isDeferred(): boolean {
		return this.#isAnswering;
	}

	work(): boolean {
		const answering = this.#waiting.shift()?.();
		if (answering !== undefined) {
			const startedAt = monotonic();
			this.#isAnswering = true;
			void answering.finally(() => {
				this.#turns.charge(this.account, monotonic() - startedAt);
				this.#isAnswering = false;
				this.#goOn();
			});
		}

		return !this.#isAnswering && this.#waiting.length > 0;
	}

	/** The connection is over. */
	close(): void {
		this.#waiting = [];
		this.#turns.remove(this);
		this.#turns.leave(this.account);
	}

	#goOn(): void {
		if (!this.#isAnswering && this.#waiting.length > 0) {
			this.#turns.ask(this);
		}
	}
}
