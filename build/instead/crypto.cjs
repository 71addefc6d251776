// @ts-check
// node:crypto for ssh2, which asks for the few random bytes of each packet's padding one packet at a time. They are taken
// from a store that is filled for many packets at once, as Node.js itself does for randomInt() and randomUUID(). No byte
// is handed out twice, and none stays in the store once it is.
const crypto = require("node:crypto");

/** @type {Buffer} */
const store = Buffer.alloc(4096);
let next = store.length;

/**
 * @param {Buffer} buffer
 * @param {number} [offset]
 * @param {number} [size]
 */
function randomFillSync(buffer, offset = 0, size = buffer.length - offset) {
	if (size > 256) {
		return crypto.randomFillSync(buffer, offset, size);
	}
	if (size > store.length - next) {
		crypto.randomFillSync(store);
		next = 0;
	}
	store.copy(buffer, offset, next, next + size);
	store.fill(0, next, next + size);
	next += size;
	return buffer;
}

// What it has by inheritance is looked up in the module itself when it is asked for: some of it is loaded only then.
module.exports = Object.create(crypto, { randomFillSync: { value: randomFillSync, enumerable: true } });
