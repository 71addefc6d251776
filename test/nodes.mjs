// npm run test:nodes: the tests of the built program, with the program on other Node.js versions than this one.
import { execFileSync, spawnSync } from "node:child_process";
import path from "node:path";
import process from "node:process";
import { nodePath } from "../scripts/nodes.mjs";

const majors = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [22, 24, 26];
const failed = [];
for (const major of majors) {
	const node = nodePath(major);
	process.stdout.write(`\nThe program on Node.js ${execFileSync(node, ["--version"], { encoding: "utf8" })}`);
	const { status } = spawnSync(
		process.execPath,
		[path.join(import.meta.dirname, "run.mjs"), "test/e2e/", "test/package/package"],
		{ stdio: "inherit", env: { ...process.env, TEST_NODE: node } },
	);
	if (status !== 0) {
		failed.push(major);
	}
}
if (failed.length > 0) {
	process.stderr.write(`failed on Node.js ${failed.join(", ")}\n`);
	process.exit(1);
}
