"use strict";
// dist/archive.cjs: reads dist/archive.br, where the files are that no first frame needs. Compressed together they are a
// fifth smaller than each by itself in npm's tarball; the first that is wanted costs 5 ms. build/archive.mjs packs them.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { brotliDecompressSync } = require("node:zlib");

/** How files are compiled here: by Node's own loader, which keeps what it compiles of these as of any other. */
const Module = module.constructor;

let bytes;
let start;
let places;

/**
 * What a file of the archive exports. As any other it runs once, stands in require.cache, and requires what lies beside
 * the archive, as if it lay there too.
 *
 * @param {string} name
 */
module.exports = (name) => {
	const filename = join(__dirname, name);
	const known = require.cache[filename];
	if (known !== undefined) {
		return known.exports;
	}
	if (bytes === undefined) {
		// At once, and not 16 kB at a time.
		bytes = brotliDecompressSync(readFileSync(join(__dirname, "archive.br")), { chunkSize: 1 << 20 });
		start = bytes.indexOf("\n") + 1;
		places = JSON.parse(bytes.toString("utf8", 0, start));
	}
	const [from, to] = places[name];
	const made = new Module(filename, module);
	made.filename = filename;
	require.cache[filename] = made;
	made._compile(bytes.toString("utf8", start + from, start + to), filename);
	made.loaded = true;
	return made.exports;
};
