"use strict";
// dist/archive.cjs: reads dist/archive.br, where the files are that no plain start needs. Compressed together they are a
// fifth smaller than each by itself in npm's tarball; the first that is wanted costs 2 ms. build/archive.mjs packs them.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { compileFunction } = require("node:vm");
const { brotliDecompressSync } = require("node:zlib");

const archive = join(__dirname, "archive.br");
// At once, and not 16 kB at a time.
const bytes = brotliDecompressSync(readFileSync(archive), { chunkSize: 1 << 20 });
const start = bytes.indexOf("\n") + 1;
const places = JSON.parse(bytes.toString("utf8", 0, start));

/**
 * What a file of the archive exports. As any other it runs once, stands in require.cache, and requires what lies beside
 * the archive.
 *
 * @param {string} name
 */
module.exports = (name) => {
	const filename = join(archive, name);
	if (!(filename in require.cache)) {
		const [from, to] = places[name];
		const text = bytes.toString("utf8", start + from, start + to);
		const made = { id: filename, filename, exports: {}, loaded: false, children: [], paths: [] };
		require.cache[filename] = made;
		compileFunction(text, ["exports", "require", "module"], { filename })(made.exports, require, made);
		made.loaded = true;
	}
	return require.cache[filename].exports;
};
