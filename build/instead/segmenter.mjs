// Stands for `Intl.Segmenter` in the whole program: the real one is made when the first text comes that is not plain.
import { isPlain } from "./plain.mjs";

const RealSegmenter = Intl.Segmenter;

export class Segmenter {
	#arguments;
	#real;

	constructor(...given) {
		this.#arguments = given;
	}

	segment(input) {
		const { granularity = "grapheme" } = this.#arguments[1] ?? {};
		const text = String(input);
		if (granularity === "grapheme" && isPlain(text)) {
			return new PlainSegments(text);
		}
		this.#real ??= new RealSegmenter(...this.#arguments);
		return this.#real.segment(text);
	}
}

class PlainSegments {
	#input;

	constructor(input) {
		this.#input = input;
	}

	*[Symbol.iterator]() {
		const input = this.#input;
		for (let index = 0; index < input.length; index++) {
			yield { segment: input[index], index, input };
		}
	}

	containing(index = 0) {
		const input = this.#input;
		const at = Math.trunc(index) || 0;
		return at >= 0 && at < input.length ? { segment: input[at], index: at, input } : undefined;
	}
}
