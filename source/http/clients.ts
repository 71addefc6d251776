import { type Bucket, fullBucket, isOverdrawn, refill, take } from "../ssh/limits.ts";
import type { HttpLimits } from "./limits.ts";

/** What one address takes at the moment. */
type Client = { connections: number; connects: Bucket; requests: Bucket };

/** The addresses that are connected, or were of late. Times are in milliseconds. */
export class Clients {
	readonly #limits: HttpLimits;
	readonly #clients = new Map<string, Client>();

	constructor(limits: HttpLimits) {
		this.#limits = limits;
	}

	/** Counts a connection; false, and not counted, if the address has too many. What it counts must be given to `leave`. */
	enter(address: string, now: number): boolean {
		const { connectionsPerAddress, connects, requests } = this.#limits;
		const client = this.#clients.get(address) ?? {
			connections: 0,
			connects: fullBucket(connects, now),
			requests: fullBucket(requests, now),
		};
		const taken = take(client.connects, connects, 1, now);
		if (client.connections >= connectionsPerAddress || isOverdrawn(taken, connects)) {
			return false;
		}

		client.connects = taken;
		client.connections++;
		this.#clients.set(address, client);
		return true;
	}

	leave(address: string): void {
		const client = this.#clients.get(address);
		if (client) {
			client.connections--;
		}
	}

	/** Counts a request of a connected address; false if there are too many. */
	mayAsk(address: string, now: number): boolean {
		const client = this.#clients.get(address);
		if (!client) {
			return false;
		}

		const taken = take(client.requests, this.#limits.requests, 1, now);
		if (isOverdrawn(taken, this.#limits.requests)) {
			return false;
		}

		client.requests = taken;
		return true;
	}

	/** Forgets who is gone and as good as new. */
	sweep(now: number): void {
		const { connects, requests } = this.#limits;
		for (const [address, client] of this.#clients) {
			const isNew =
				refill(client.connects, connects, now).tokens >= connects.capacity &&
				refill(client.requests, requests, now).tokens >= requests.capacity;
			if (client.connections === 0 && isNew) {
				this.#clients.delete(address);
			}
		}
	}

	/** How many addresses are remembered. */
	get size(): number {
		return this.#clients.size;
	}
}
