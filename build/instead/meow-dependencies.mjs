// meow comes with its dependencies in one file of 120 kB, most of it for finding and checking a package.json. The
// program gives meow its package and writes its help itself; what is left is the package that reads arguments, and what
// turns names and the table of flags from meow's form into that package's. Names of flags are plain here, "hostKey" and
// "host-key", for which the five packages that do this for any name and any table are 5 kB too many. The names are meow's.
export { default as y } from "yargs-parser";

/** decamelize */
export const e = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const mapKeys = (object, rename) =>
	Object.fromEntries(Object.entries(object).map(([key, value]) => [rename(key), value]));

/** decamelize-keys */
export const d = (table) => mapKeys(table, e);

/** camelcase-keys: a name that is none of a flag is refused as it was typed. */
export const c = (flags) =>
	mapKeys(flags, (name) => name.replace(/(?<=\w)-([a-z])/g, (_, letter) => letter.toUpperCase()));

/** minimist-options: each flag under its type, "string-array" as an array of strings. */
export function b(table) {
	const options = { string: ["_"], boolean: [], array: [], alias: {}, default: {} };
	for (const [key, { type, alias = [], default: value }] of Object.entries(table)) {
		if (type?.endsWith("-array")) {
			options.array.push({ key, [type.slice(0, -"-array".length)]: true });
		} else {
			options[type]?.push(key);
		}
		for (const each of [alias].flat()) {
			options.alias[each] = key;
		}
		if (value !== undefined) {
			options.default[key] = value;
		}
	}
	return options;
}

/** read-package-up */
export function a() {}

/** normalize-package-data */
export function n() {}

/** redent and trim-newlines, for a help text */
export function r() {}
export function t() {}
