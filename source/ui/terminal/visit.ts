/** Why a viewer ended; the farewell stays on the visitor's screen. */
export type Ending = { reason: "quit" | "error" | "ended"; farewell?: string };

/** One visit and its end: whoever ends it first decides how. */
export class Visit {
	#ending: Ending | undefined;
	#unmount: (() => void) | undefined;
	readonly #onError: ((error: unknown) => void) | undefined;

	constructor(onError: ((error: unknown) => void) | undefined) {
		this.#onError = onError;
	}

	/** How it ended; that Ink ended by itself is an end too. */
	get ending(): Ending {
		return this.#ending ?? { reason: "ended" };
	}

	/** What gives the terminal back. A visit may have ended by then: what fails in Ink's first frame fails before. */
	endWith(unmount: () => void): void {
		this.#unmount = unmount;
		if (this.#ending !== undefined) {
			unmount();
		}
	}

	leave(reason: Ending["reason"], farewell?: string): void {
		if (this.#ending === undefined) {
			this.#ending = { reason, ...(farewell !== undefined && { farewell }) };
			this.#unmount?.();
		}
	}

	/** Whatever throws ends this visit alone: the terminal is given back, and no stack is shown. */
	readonly fail = (error: unknown): void => {
		this.#onError?.(error);
		this.leave("error");
	};

	contain(job: () => void): void {
		try {
			job();
		} catch (error) {
			this.fail(error);
		}
	}
}
