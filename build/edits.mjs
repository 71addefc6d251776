// The few places where a dependency's own text must change, each with its reason. A build in which a text is not found
// exactly as often as expected fails: the dependency has changed and the edit must be looked at again.
import path from "node:path";
import { inkEdits } from "./ink.mjs";
import { ssh2Edits } from "./ssh2.mjs";

const segmenter = `import { Segmenter } from ${JSON.stringify(path.join(import.meta.dirname, "instead/segmenter.mjs"))};\n`;

/**
 * Of each file that `file` matches, either what is found so many times is replaced, or all from one text up to another
 * is left out, each of which is there once.
 *
 * @typedef {{ file: RegExp, find: string | RegExp, times: number, put: string, imports?: string }} Replacement
 * @typedef {{ file: RegExp, from: string, to: string }} Removal
 * @typedef {Replacement | Removal} Edit
 */

/** @type {Edit[]} */
export const edits = [
	...inkEdits,
	...ssh2Edits,
	{
		// The parser in meow makes a `require` for files of configuration, which are not used here; a CommonJS file has
		// no import.meta to make it from.
		file: /[\\/]yargs-parser[\\/]build[\\/]lib[\\/]index\.js$/,
		find: "createRequire ? createRequire(import.meta.url) : undefined",
		times: 1,
		put: "undefined",
	},
	{
		// Developer tools behind a top-level await, which a CommonJS file cannot have; they are not in the package.
		// `process` is imported there, so esbuild's `define` does not reach it.
		file: /[\\/]ink[\\/]build[\\/]reconciler\.js$/,
		find: "process.env['DEV'] === 'true'",
		times: 2,
		put: "false",
	},
	{
		// The same: build/reconciler.mjs leaves out what it calls.
		file: /[\\/]ink[\\/]build[\\/]ink\.js$/,
		find: "process.env['DEV'] === 'true'",
		times: 1,
		put: "false",
	},
	{
		// Names of classes are not kept: the program is minified. A session, unlike a channel, has no `incoming`.
		file: /[\\/]ssh2[\\/]lib[\\/]utils\.js$/,
		find: "channel.constructor.name === 'Session'",
		times: 1,
		put: "channel.incoming === undefined",
	},
	{
		// Making this expression takes 15 ms, as a literal as well, whether it is used or not.
		file: /[\\/]node_modules[\\/]string-width[\\/]index\.js$/,
		find: String.raw`const rgiEmojiRegex = /^\p{RGI_Emoji}$/v;`,
		times: 1,
		put: String.raw`let emoji; const rgiEmojiRegex = { test: (text) => (emoji ??= new RegExp("^\\p{RGI_Emoji}$", "v")).test(text) };`,
	},
	{
		// The names of a hundred characters, whose numbers TypeScript has written wherever they are used.
		file: /[\\/]jsonc-parser[\\/]lib[\\/]esm[\\/]impl[\\/]scanner\.js$/,
		find: "(function (CharacterCodes) {",
		times: 1,
		put: "/* @__PURE__ */ (function (CharacterCodes) {",
	},
	// The first Intl.Segmenter takes 19 ms to make: build/instead/segmenter.mjs makes it when it is needed.
	...[
		/[\\/]@alcalzone[\\/]ansi-tokenize[\\/]build[\\/]tokenize\.js$/,
		/[\\/]cli-truncate[\\/]index\.js$/,
		/[\\/]slice-ansi[\\/]tokenize-ansi\.js$/,
		/[\\/]node_modules[\\/]string-width[\\/]index\.js$/,
		/[\\/]wrap-ansi[\\/]index\.js$/,
	].map((file) => ({ file, find: "new Intl.Segmenter(", times: 1, put: "new Segmenter(", imports: segmenter })),
];

/**
 * @param {string} file the path of a module
 * @param {string} text its text
 * @returns {string} the text as the program has it
 */
export function edit(file, text) {
	for (const each of edits) {
		if (each.file.test(file)) {
			text = "from" in each ? remove(file, text, each) : replace(file, text, each);
		}
	}
	return text;
}

function replace(file, text, { find, times, put, imports = "" }) {
	const parts = text.split(find);
	if (parts.length - 1 !== times) {
		throw new Error(
			`${file}: expected ${JSON.stringify(String(find))} ${times} times, found it ${parts.length - 1} times`,
		);
	}
	return imports + parts.join(put);
}

function remove(file, text, { from, to }) {
	const [head, rest, ...more] = text.split(from);
	const start = rest?.indexOf(to) ?? -1;
	if (start === -1 || more.length > 0) {
		throw new Error(`${file}: expected one text from ${JSON.stringify(from)} to ${JSON.stringify(to)}`);
	}
	return head + rest.slice(start);
}
