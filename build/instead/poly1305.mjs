// ssh2 brings Poly1305 as WebAssembly in base64, 10 kB of the package; this gives @noble/ciphers' the same face. (Node's
// own chacha20-poly1305 is the one of RFC 8439, which pads; OpenSSH's cipher does not.)
import { poly1305 } from "@noble/ciphers/_poly1305.js";

const memory = new Uint8Array(16);

const library = {
	HEAPU8: memory,
	/** Room for one result, all that is ever asked for. */
	_malloc() {
		return 0;
	},
	/** The one function: writes the tag of two byte strings, one after the other, under a key of 32 bytes. */
	cwrap() {
		return (at, first, firstLength, second, secondLength, key) => {
			const text = new Uint8Array(firstLength + secondLength);
			text.set(first.subarray(0, firstLength));
			text.set(second.subarray(0, secondLength), firstLength);
			memory.set(poly1305(text, Uint8Array.from(key)), at);
		};
	},
};

export async function createPoly1305() {
	return library;
}
