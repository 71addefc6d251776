// @ts-check
// Ink's own, but what it finds out about a text it remembers for the next frames, and for all visitors: a text has the
// same characters for everyone.
import Output from "original:./output.js";

/** Characters of text that a cache holds at most, some 100 bytes for each. */
const limit = 50_000;

/** Forgets all once its keys are too long together. */
class BoundedMap extends Map {
	#length = 0;

	/**
	 * @override
	 * @param {string} text
	 * @param {unknown} value
	 */
	set(text, value) {
		this.#length += text.length;
		if (this.#length > limit) {
			this.clear();
			this.#length = text.length;
		}
		return super.set(text, value);
	}
}

/** @type {Record<string, BoundedMap> | undefined} */
let shared;

export default class SharingOutput extends Output {
	/** @param {{ width: number, height: number }} size */
	constructor(size) {
		super(size);
		share(this);
	}
}

/** @param {any} output an instance of Ink's own, whose `caches` are maps by text */
function share(output) {
	const maps = Object.keys(output.caches).map((name) => [name, new BoundedMap()]);
	shared ??= Object.assign(output.caches, Object.fromEntries(maps));
	output.caches = shared;
}
