/** What is looked at to choose who is dropped. */
export type Waiter = {
	/** The address it counts for. */
	readonly visitor: string;
	/** How far it has come: a larger number is farther. */
	readonly progress: number;
};

/**
 * Connections without a session, or all of those over HTTP, the oldest first. If they are too many, the address that has the
 * most of them loses one: there the one that has got least far, and the oldest of those. So a flood, from however many
 * addresses, displaces itself: a visitor who comes between is one of one, and gets on.
 */
export class Waiting<T extends Waiter> {
	readonly #all = new Set<T>();

	add(waiter: T): void {
		this.#all.add(waiter);
	}

	delete(waiter: T): void {
		this.#all.delete(waiter);
	}

	get size(): number {
		return this.#all.size;
	}

	/** Who is dropped first. */
	last(): T | undefined {
		const counts = new Map<string, number>();
		for (const { visitor } of this.#all) {
			counts.set(visitor, (counts.get(visitor) ?? 0) + 1);
		}

		let chosen: T | undefined;
		for (const waiter of this.#all) {
			const count = counts.get(waiter.visitor)!;
			const most = chosen === undefined ? 0 : counts.get(chosen.visitor)!;
			if (count > most || (count === most && waiter.progress < chosen!.progress)) {
				chosen = waiter;
			}
		}

		return chosen;
	}
}
