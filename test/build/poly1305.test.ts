import assert from "node:assert/strict";
import { createRequire } from "node:module";
import path from "node:path";
import test from "node:test";
import fc from "fast-check";
import { createPoly1305 } from "../../build/instead/poly1305.mjs";

type Library = {
	HEAPU8: Uint8Array;
	_malloc: (size: number) => number;
	cwrap: (...types: unknown[]) => (at: number, ...parts: (Uint8Array | number)[]) => void;
};

const require = createRequire(import.meta.url);
const file = path.resolve(import.meta.dirname, "../../node_modules/ssh2/lib/protocol/crypto/poly1305.js");

test("Any tag is the one that ssh2's own Poly1305 writes", async () => {
	const tagger = async (create: () => Promise<Library>) => {
		const library = await create();
		const at = library._malloc(16);
		const write = library.cwrap("poly1305_auth", null, ["number", "array", "number", "array", "number", "array"]);
		return (first: Uint8Array, second: Uint8Array, key: Uint8Array) => {
			write(at, first, first.length, second, second.length, key);
			return Buffer.from(library.HEAPU8.subarray(at, at + 16)).toString("hex");
		};
	};
	const [own, theirs] = [await tagger(createPoly1305 as () => Promise<Library>), await tagger(require(file))];
	const bytes = fc.uint8Array({ maxLength: 300 });
	fc.assert(
		fc.property(bytes, bytes, fc.uint8Array({ minLength: 32, maxLength: 32 }), (first, second, key) => {
			assert.equal(own(first, second, key), theirs(first, second, key));
		}),
	);
});
