// Several files in one, compressed together by Brotli: its first line says between which bytes after that line each of
// them stands. build/archive.cjs is the reader within the program. To look inside:
//
//   node -p 'zlib.brotliDecompressSync(fs.readFileSync("dist/archive.br")).toString()'
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";

/**
 * @param {Map<string, string>} files texts by name
 * @returns {Buffer} the archive
 */
export function pack(files) {
	const names = [...files.keys()].sort();
	const texts = names.map((name) => Buffer.from(files.get(name)));
	/** @type {Record<string, [number, number]>} */
	const places = {};
	let end = 0;
	for (const [index, name] of names.entries()) {
		const from = end;
		end += texts[index].length;
		places[name] = [from, end];
	}
	const bytes = Buffer.concat([Buffer.from(`${JSON.stringify(places)}\n`), ...texts]);
	return brotliCompressSync(bytes, {
		params: {
			[constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
			[constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
			[constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
			[constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
		},
	});
}

/**
 * @param {Buffer} archive
 * @returns {Map<string, string>} texts by name
 */
export function unpack(archive) {
	const bytes = brotliDecompressSync(archive);
	const start = bytes.indexOf("\n") + 1;
	const places = Object.entries(JSON.parse(bytes.toString("utf8", 0, start)));
	return new Map(places.map(([name, [from, to]]) => [name, bytes.toString("utf8", start + from, start + to)]));
}
