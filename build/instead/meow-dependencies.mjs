// meow comes with its dependencies in one file of 120 kB, most of it for finding and checking a package.json. The
// program gives meow its package, so what is left are the packages that read arguments; their names are meow's.
export { default as c } from "camelcase-keys";
export { default as e } from "decamelize";
export { default as d } from "decamelize-keys";
export { default as b } from "minimist-options";
export { default as r } from "redent";
export { trimNewlines as t } from "trim-newlines";
export { default as y } from "yargs-parser";

/** read-package-up */
export function a() {
	return undefined;
}

/** normalize-package-data */
export function n() {}
