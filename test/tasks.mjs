// @ts-check
// What runs in one process: Node.js starts one for each file that it is given.
import { readFileSync } from "node:fs";
import path from "node:path";

/**
 * @typedef Task
 * @property {string} name a file's, without its ending
 * @property {string} text a module that imports the tests
 */

const root = path.dirname(import.meta.dirname);

/** Tests of the built program whose outcome may depend on the Node.js that it runs on. */
const onEachNode = /^test.(?:e2e.|package.npx)/;

/** Processes for these, on each other version. */
const partsOnNode = 3;

/**
 * Whether a test starts neither the program nor any other.
 *
 * @param {string} file
 */
export const isPure = (file) =>
	!/^test.(?:ssh|http|package|build).|openProgram|runProgram|programPath|helpers\/(?:terminal|viewer)|child_process/.test(
		`${file}\n${readFileSync(path.join(root, file), "utf8")}`,
	);

/** @param {string} file whether what it tests is loaded late, so that it needs a process of its own */
const isLate = (file) => file.endsWith(path.join("text", "width.test.ts"));

/**
 * Divides the tests among processes, in an order in which none is kept waiting for the last: those that start programs
 * come first, then the same with the program on other Node.js versions, then all that are pure, in few processes, since
 * starting one for each would take longer than most of them.
 *
 * @param {readonly string[]} files below the root
 * @param {{ parts: number, nodes: ReadonlyMap<number, string> }} options parts: processes for what is pure; nodes: the
 *   programs of other Node.js versions, by version
 * @returns {Task[]} in the order of their names
 */
export function divide(files, { parts, nodes }) {
	const alone = files.filter((file) => isLate(file) || !isPure(file));
	const pure = files.filter((file) => !alone.includes(file));
	const built = deal(
		files.filter((file) => onEachNode.test(file)),
		partsOnNode,
	);
	const texts = [
		...alone.map(importOf),
		...[...nodes].flatMap(([version, program]) => built.map((members) => onNode(members, version, program))),
		...deal(pure, parts).map((members) => members.map(importOf).join("")),
	];
	return texts.map((text, index) => ({ name: `task-${String(index).padStart(3, "0")}`, text }));
}

/**
 * @param {readonly string[]} files
 * @param {number} parts
 * @returns {string[][]} the files in so many parts at most, in turn
 */
const deal = (files, parts) =>
	Array.from({ length: parts }, (_, part) => files.filter((_, index) => index % parts === part)).filter(
		({ length }) => length > 0,
	);

/** @param {string} file */
const specifier = (file) => JSON.stringify(`./${file.replace(/\.tsx?$/, ".mjs").replaceAll(path.sep, "/")}`);

/** @param {string} file */
const importOf = (file) => `import ${specifier(file)};\n`;

/**
 * @param {readonly string[]} files
 * @param {number} version
 * @param {string} program
 */
const onNode = (files, version, program) => `import { describe } from "node:test";
process.env.TEST_NODE = ${JSON.stringify(program)};
describe("On Node.js ${version}", async () => {
${files.map((file) => `await import(${specifier(file)});\n`).join("")}});
`;
