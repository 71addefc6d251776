import { type Bucket, fullBucket, isOverdrawn, type Limits, refill, take } from "./limits.ts";
import { monotonic } from "./monotonic.ts";

/** Which limit keeps a visit out. */
export type Full = "visits" | "visits-per-address";

/** Who is admitted: the counts that hold for the whole server, whichever of its processes a visitor reaches. */
export type Admission = {
	/** Counts a connection from an address; false if there were too many recently. */
	connect: (address: string) => boolean | Promise<boolean>;
	/** Counts a visit, or says which limit keeps it out. What it counts must be given to `leave`. */
	enter: (address: string) => Full | undefined | Promise<Full | undefined>;
	leave: (address: string) => void;
};

type AdmissionLimits = Pick<Limits, "connectionsPerAddress" | "visitsPerAddress" | "visits">;

/** Counts in this process. */
export class Counts implements Admission {
	readonly #limits: AdmissionLimits;
	/** Of addresses that connected recently, the latest last. */
	readonly #buckets = new Map<string, Bucket>();
	readonly #visits = new Map<string, number>();
	#sum = 0;

	constructor(limits: AdmissionLimits) {
		this.#limits = limits;
	}

	/** @param now in milliseconds */
	connect(address: string, now = monotonic()): boolean {
		const { connectionsPerAddress: rate } = this.#limits;
		this.#forget(now);
		const taken = take(this.#buckets.get(address) ?? fullBucket(rate, now), rate, 1, now);
		if (isOverdrawn(taken, rate)) {
			return false;
		}

		this.#buckets.delete(address);
		this.#buckets.set(address, taken);
		return true;
	}

	enter(address: string): Full | undefined {
		const { visits, visitsPerAddress } = this.#limits;
		const own = this.#visits.get(address) ?? 0;
		if (own >= visitsPerAddress) {
			return "visits-per-address";
		}

		if (this.#sum >= visits) {
			return "visits";
		}

		this.#visits.set(address, own + 1);
		this.#sum++;
		return undefined;
	}

	leave(address: string): void {
		const own = this.#visits.get(address);
		if (own !== undefined) {
			this.#sum--;
			if (own > 1) {
				this.#visits.set(address, own - 1);
			} else {
				this.#visits.delete(address);
			}
		}
	}

	/** Visits at the moment. */
	get visits(): number {
		return this.#sum;
	}

	/** How many addresses' connections are remembered. */
	get size(): number {
		return this.#buckets.size;
	}

	/** Forgets addresses whose bucket is full again. */
	#forget(now: number): void {
		const { connectionsPerAddress: rate } = this.#limits;
		for (const [address, bucket] of this.#buckets) {
			if (refill(bucket, rate, now).tokens < rate.capacity) {
				return;
			}

			this.#buckets.delete(address);
		}
	}
}
