// React gives away more than a program asks for, and as CommonJS, where no bundler sees what is asked for. Whatever is
// named by no word anywhere in those that import it, comments included, nobody asks for.
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/**
 * @param {string[]} folders of source files
 * @returns {Promise<Set<string>>} every word in them
 */
export async function wordsOf(folders) {
	const words = new Set();
	for (const folder of folders) {
		for (const file of await readdir(folder, { recursive: true })) {
			if (/\.(?:js|tsx?)$/.test(file)) {
				for (const word of (await readFile(path.join(folder, file), "utf8")).match(/\w+/g) ?? []) {
					words.add(word);
				}
			}
		}
	}
	return words;
}

/**
 * @param {string} text a CommonJS module with statements like `exports.name = function () {…};` and `exports.name = name;`
 * @param {Set<string>} words
 * @returns {string} the same without those whose names are no words
 */
export function withoutUnnamedExports(text, words) {
	const statement = /^( *)exports\.(\w+) = (?:function \([\s\S]*?\n\1\};|function \(\) \{\};|\w+;)\n/gm;
	if (text.match(statement) === null) {
		throw new Error("React's exports are written in another way: look at build/exports.mjs again");
	}
	return text.replaceAll(statement, (all, _indent, name) => (words.has(name) ? all : ""));
}
