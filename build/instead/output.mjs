// Ink's own, but what it finds out about a text it remembers for the next frames, and for all visitors: a text has the
// same characters for everyone.
import Output from "original:./output.js";

/** Characters of text that a cache holds at most, some 100 bytes for each. */
const limit = 50_000;

/** Forgets all once its keys are too long together. */
class BoundedMap extends Map {
	#length = 0;

	set(/** @type {string} */ text, /** @type {unknown} */ value) {
		this.#length += text.length;
		if (this.#length > limit) {
			this.clear();
			this.#length = text.length;
		}
		return super.set(text, value);
	}
}

/** @type {Record<string, BoundedMap>} */
let shared;

export default class SharingOutput extends Output {
	constructor(/** @type {{ width: number, height: number }} */ size) {
		super(size);
		if (shared === undefined) {
			shared = this.caches;
			for (const name of Object.keys(shared)) {
				shared[name] = new BoundedMap();
			}
		}
		this.caches = shared;
	}
}
