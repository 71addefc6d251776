import { StringDecoder } from "node:string_decoder";
import type { Input } from "../../ui/host.ts";
import { KeySplitter } from "../../ui/terminal/key-splitter.ts";

/** What a visitor has typed and the viewer has not looked at, key by key. */
export class Keyboard {
	readonly #input: Input;
	readonly #decoder = new StringDecoder("utf8");
	readonly #splitter = new KeySplitter();
	readonly #onKeys: () => void;
	#keys: string[] = [];
	#timer: NodeJS.Timeout | undefined;

	/** @param onKeys called when there are keys */
	constructor(input: Input, onKeys: () => void) {
		this.#input = input;
		this.#onKeys = onKeys;
		input.on("data", this.#receive);
	}

	/** The next key as `KeySplitter` cuts them. */
	next(): string | undefined {
		return this.#keys.shift();
	}

	get hasKeys(): boolean {
		return this.#keys.length > 0;
	}

	close(): void {
		this.#input.removeListener("data", this.#receive);
		clearTimeout(this.#timer);
		this.#keys = [];
	}

	readonly #receive = (chunk: Buffer): void => {
		clearTimeout(this.#timer);
		this.#add(this.#splitter.push(this.#decoder.write(chunk)));
		if (this.#splitter.isWaiting) {
			this.#timer = setTimeout(() => this.#add(this.#splitter.flush()), this.#splitter.patience);
		}
	};

	#add(keys: string[]): void {
		this.#keys.push(...keys);
		if (this.#keys.length > 0) {
			this.#onKeys();
		}
	}
}
