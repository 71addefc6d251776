import { type Bucket, fullBucket, type Rate, refill, take } from "./limits.ts";
import { monotonic } from "./monotonic.ts";
import { Processor } from "./processor.ts";

/** Something that works for one visitor, a little at a time. */
export type Worker = {
	readonly account: Account;
	/** Whether a visitor is behind it, and not only somebody who is logging in. */
	readonly isInside: boolean;
	/** Works until `deadline`, of `monotonic()`, or a little longer. @returns whether there is more to do. */
	work: (deadline: number) => boolean;
};

/** What one address has used of the processor. */
export type Account = {
	readonly name: string;
	/** Which it is, of all that ever came. */
	readonly number: number;
	/** Milliseconds, those of long ago counting less. */
	usage: number;
	usedAt: number;
	budget: Bucket;
	/** Workers that belong to it. */
	members: number;
};

/** A turn, in milliseconds: what a key and its frame take if nothing is cached, rarely more. */
const turn = 2;
/** Turns between two looks at the sockets, in milliseconds. */
const round = 4;
/**
 * Those who have used less, in milliseconds, are equal, and the one who came first goes first: to log in and to see a
 * frame takes less. If the newest went first, a crowd that enters at once would see its first frames all at the end, and a
 * flood from ever new addresses would be served before those who have begun to log in.
 */
const modest = 5;
/** In this time, in milliseconds, what was used counts for about a third of what it did. */
const memory = 2_000;
/** An account that has used less, in milliseconds, and has no workers is forgotten. */
const negligible = 0.5;
/** How often, in milliseconds, is looked for such. */
const forgetting = 1_000;

/**
 * Shares the processor: who has something to do waits for a turn, and the next turn is that of the address that has used
 * least. Visitors and those who are only logging in take turns too, so that however many addresses knock, those inside
 * are served. An address that has used up `rate` waits even if nobody else is there.
 */
export class Turns {
	readonly #rate: Rate;
	readonly #accounts = new Map<string, Account>();
	/** Those with something to do, by whether they are inside, and by account in the order they came. */
	readonly #queues: Record<"inside" | "outside", Map<Account, Set<Worker>>> = { inside: new Map(), outside: new Map() };
	readonly #processor = new Processor();
	#entered = 0;
	#wasInside = false;
	#forgotAt = 0;
	#next: NodeJS.Immediate | undefined;
	#later: NodeJS.Timeout | undefined;
	readonly #onError: (error: unknown) => void;

	constructor(rate: Rate, onError: (error: unknown) => void) {
		this.#rate = rate;
		this.#onError = onError;
	}

	/** The account of an address; to be given back with `leave`. */
	enter(name: string): Account {
		const now = monotonic();
		const account = this.#accounts.get(name) ?? {
			name,
			number: ++this.#entered,
			usage: 0,
			usedAt: now,
			budget: fullBucket(this.#rate, now),
			members: 0,
		};
		account.members++;
		this.#accounts.set(name, account);
		return account;
	}

	leave(account: Account): void {
		account.members--;
		// A visitor who comes back at once isn't new: an account is kept as long as its use counts.
		const now = monotonic();
		if (now - this.#forgotAt > forgetting) {
			this.#forgotAt = now;
			this.#forget(now);
		}
	}

	/** How many addresses are remembered. */
	get size(): number {
		return this.#accounts.size;
	}

	/** Gives it a turn soon; once, however often it asks. */
	ask(worker: Worker): void {
		const queue = this.#queues[worker.isInside ? "inside" : "outside"];
		const workers = queue.get(worker.account);
		if (workers === undefined) {
			queue.set(worker.account, new Set([worker]));
		} else {
			workers.add(worker);
		}

		this.#wake();
	}

	/** It has nothing to do any more. */
	remove(worker: Worker): void {
		for (const queue of Object.values(this.#queues)) {
			drop(queue, worker);
		}
	}

	#wake(): void {
		// Right after the sockets that are ready now have been read.
		this.#next ??= setImmediate(() => {
			this.#next = undefined;
			this.#round();
		});
	}

	#round(): void {
		const end = monotonic() + round;
		for (let now = end - round; now < end; ) {
			const worker = this.#choose(now);
			if (worker === undefined) {
				this.#waitForBudget(now);
				return;
			}

			let hasMore = false;
			try {
				hasMore = worker.work(now + turn);
			} catch (error) {
				this.#onError(error);
			}

			const before = now;
			now = monotonic();
			this.charge(worker.account, (now - before) * this.#processor.shareAt(now), now);
			if (hasMore) {
				this.ask(worker);
			}
		}

		this.#wake();
	}

	#choose(now: number): Worker | undefined {
		const first = this.#wasInside ? "outside" : "inside";
		const second = this.#wasInside ? "inside" : "outside";
		return this.#chooseFrom(first, now) ?? this.#chooseFrom(second, now);
	}

	#chooseFrom(place: "inside" | "outside", now: number): Worker | undefined {
		const queue = this.#queues[place];
		let best: Account | undefined;
		let least = Number.POSITIVE_INFINITY;
		for (const account of queue.keys()) {
			const usage = Math.max(modest, usageAt(account, now));
			const isBefore = usage < least || (usage === least && account.number < best!.number);
			if (isBefore && refill(account.budget, this.#rate, now).tokens > 0) {
				best = account;
				least = usage;
			}
		}

		if (best === undefined) {
			return undefined;
		}

		const [worker] = queue.get(best)!;
		drop(queue, worker!);
		this.#wasInside = place === "inside";
		return worker;
	}

	/** Counts what was used, in a turn or outside of one. */
	charge(account: Account, milliseconds: number, now = monotonic()): void {
		account.usage = usageAt(account, now) + milliseconds;
		account.usedAt = now;
		account.budget = take(account.budget, this.#rate, milliseconds, now);
	}

	/** Looks again when the first of those that have used up their share may go on. */
	#waitForBudget(now: number): void {
		const waits = Object.values(this.#queues)
			.flatMap((queue) => [...queue.keys()])
			.map(({ budget }) => (-refill(budget, this.#rate, now).tokens / this.#rate.perSecond) * 1000);
		if (waits.length > 0) {
			clearTimeout(this.#later);
			this.#later = setTimeout(() => this.#wake(), Math.max(1, Math.ceil(Math.min(...waits))));
		}
	}

	#forget(now: number): void {
		for (const [name, account] of this.#accounts) {
			if (account.members === 0 && usageAt(account, now) < negligible) {
				this.#accounts.delete(name);
			}
		}
	}
}

const usageAt = ({ usage, usedAt }: Account, now: number): number => usage * Math.exp((usedAt - now) / memory);

function drop(queue: Map<Account, Set<Worker>>, worker: Worker): void {
	const workers = queue.get(worker.account);
	if (workers?.delete(worker) && workers.size === 0) {
		queue.delete(worker.account);
	}
}
