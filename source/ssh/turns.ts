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
	/** Whether what it has begun goes on as soon as the round is over. */
	readonly isDeferred?: boolean;
};

/** What one address has used of the processor. */
export type Account = {
	readonly name: string;
	/** Which it is, of all that ever came. */
	readonly number: number;
	/**
	 * How much it has used, as a logarithm that stays the same while time passes: usage fades for all alike, so that
	 * `usageAt` is needed only where something is added to it.
	 */
	level: number;
	budget: Bucket;
	/** How long its recent turns took, in milliseconds. */
	turnTime: number;
	/** Workers that belong to it. */
	members: number;
};

/** A turn, in milliseconds: what a key and its frame take if nothing is cached, rarely more. */
const turn = 2;
/** Turns between two looks at the sockets, in milliseconds. */
const round = 4;
/**
 * Addresses that have used less, in milliseconds, are equal: see `modestOrder`. To log in and to see a frame takes less than
 * the first of them; to type fifty keys a second, right after the first frame that anyone sees, less than the second.
 */
const modest = { outside: 5, inside: 250 };
/** An address whose turns take a millisecond longer waits this much longer, in milliseconds, for the next one. */
const patience = 50;
/** After this time, in milliseconds, usage counts for about a third. */
const memory = 2_000;
/** An account that has used less, in milliseconds, and has no workers is forgotten. */
const negligible = 0.5;
/** How often, in milliseconds, accounts to forget are looked for. */
const forgetting = 1_000;

/**
 * Shares the processor: whoever has something to do waits for a turn; `modestOrder` says whose is next. Visitors and those who are only logging in take turns too, so that however many addresses knock, those inside
 * are served. An address that has used up `rate` waits even if nobody else is there.
 */
export class Turns {
	readonly #rate: Rate;
	readonly #accounts = new Map<string, Account>();
	/** Those with something to do, by whether they are inside, and by account in the order they came. */
	readonly #queues: Record<Place, Queue> = { inside: new Map(), outside: new Map() };
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
			level: Number.NEGATIVE_INFINITY,
			budget: fullBucket(this.#rate, now),
			turnTime: turn,
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
		const waiting = queue.get(worker.account);
		if (waiting === undefined) {
			queue.set(worker.account, { since: monotonic(), workers: new Set([worker]) });
		} else {
			waiting.workers.add(worker);
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
			const used = (now - before) * this.#processor.shareAt(now);
			this.charge(worker.account, used, now);
			worker.account.turnTime += (used - worker.account.turnTime) / 4;
			if (hasMore) {
				this.ask(worker);
			}

			if (worker.isDeferred) {
				break;
			}
		}

		this.#wake();
	}

	#choose(now: number): Worker | undefined {
		const first = this.#wasInside ? "outside" : "inside";
		const second = this.#wasInside ? "inside" : "outside";
		return this.#chooseFrom(first, now) ?? this.#chooseFrom(second, now);
	}

	#chooseFrom(place: Place, now: number): Worker | undefined {
		const queue = this.#queues[place];
		const modestLevel = levelOf(modest[place], now);
		let best: { account: Account; waiting: Waiting } | undefined;
		let isBestModest = false;
		let least = Number.POSITIVE_INFINITY;
		for (const [account, waiting] of queue) {
			const isModest = account.level <= modestLevel;
			if (isBestModest && !isModest) {
				continue;
			}

			const order = isModest ? modestOrder(account, waiting, place) : account.level;
			const isBefore = order < least || (isModest && !isBestModest);
			if (isBefore && refill(account.budget, this.#rate, now).tokens > 0) {
				best = { account, waiting };
				isBestModest = isModest;
				least = order;
			}
		}

		if (best === undefined) {
			return undefined;
		}

		const [worker] = best.waiting.workers;
		drop(queue, worker!);
		best.waiting.since = now;
		this.#wasInside = place === "inside";
		return worker;
	}

	/** Counts what was used, in a turn or outside of one. */
	charge(account: Account, milliseconds: number, now = monotonic()): void {
		account.level = levelOf(usageAt(account, now) + milliseconds, now);
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

type Place = "inside" | "outside";
/** Those of one address that wait for a turn, in the order they came; since when the first of them waits. */
type Waiting = { since: number; workers: Set<Worker> };
type Queue = Map<Account, Waiting>;

/**
 * Those who have used little come before all others. Among those who log in the first who came goes first: if it were
 * the newest, a crowd that enters at once would see its first frames all at the end, and a flood from ever new addresses
 * would be served before those who have begun. Inside, a quick turn goes before a long one that began to wait a little
 * earlier, so that a key does not wait for ten new visitors who search. All others go by what they have used.
 */
const modestOrder = (account: Account, { since }: Waiting, place: Place): number =>
	place === "outside" ? account.number : since + patience * account.turnTime;

/** Milliseconds that were used, those of long ago counting less. */
export const usageAt = ({ level }: Account, now: number): number => Math.exp(level - now / memory);
const levelOf = (usage: number, now: number): number => Math.log(usage) + now / memory;

function drop(queue: Queue, worker: Worker): void {
	const waiting = queue.get(worker.account);
	if (waiting?.workers.delete(worker) && waiting.workers.size === 0) {
		queue.delete(worker.account);
	}
}
