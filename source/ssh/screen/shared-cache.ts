type Kept<Value> = { value: Value; bytes: number; by: string };

/** Of all bytes, the share for what only one visitor has asked for. */
const ownShare = 0.25;

/**
 * What was worked out for one visitor, kept for all of them, within this many bytes. Something new is kept with the other
 * things that one visitor alone has asked for; once another one asks for it too, it is kept with what is shared. Each of
 * the two parts forgets what was not asked for the longest. So one who asks for new things without end displaces what
 * was made for one visitor, and nothing that several look at.
 */
export class SharedCache<Value> {
	readonly #own: Part<Value>;
	readonly #shared: Part<Value>;

	/** @param bytes as many as all values together may take */
	constructor(bytes: number) {
		this.#own = new Part(bytes * ownShare);
		this.#shared = new Part(bytes * (1 - ownShare));
	}

	get(key: string, visitor: string): Value | undefined {
		const shared = this.#shared.take(key);
		if (shared !== undefined) {
			this.#shared.put(key, shared);
			return shared.value;
		}

		const own = this.#own.take(key);
		if (own !== undefined) {
			(own.by === visitor ? this.#own : this.#shared).put(key, own);
		}

		return own?.value;
	}

	set(key: string, value: Value, bytes: number, visitor: string): void {
		this.#own.put(key, { value, bytes, by: visitor });
	}

	get bytes(): number {
		return this.#own.bytes + this.#shared.bytes;
	}
}

/** Values in the order they were asked for, the latest last. */
class Part<Value> {
	bytes = 0;
	readonly #most: number;
	readonly #kept = new Map<string, Kept<Value>>();

	constructor(most: number) {
		this.#most = most;
	}

	take(key: string): Kept<Value> | undefined {
		const found = this.#kept.get(key);
		if (found !== undefined) {
			this.#kept.delete(key);
			this.bytes -= found.bytes;
		}

		return found;
	}

	put(key: string, kept: Kept<Value>): void {
		this.take(key);
		this.#kept.set(key, kept);
		this.bytes += kept.bytes;
		for (const oldest of this.#kept.keys()) {
			if (this.bytes <= this.#most) {
				break;
			}

			this.take(oldest);
		}
	}
}
