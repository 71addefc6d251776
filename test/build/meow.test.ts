import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { build } from "esbuild";
import fc from "fast-check";
import { aliases } from "../../build/aliases.mjs";
import * as real from "../../source/call/parse.ts";
import { anyArgument } from "../helpers/arguments.ts";

const { outputFiles } = await build({
	entryPoints: [path.resolve(import.meta.dirname, "../../source/call/parse.ts")],
	bundle: true,
	format: "esm",
	platform: "node",
	write: false,
	plugins: [aliases()],
});
/** As the program has it, with what stands in place of meow's dependencies. */
const built: typeof real = await import(
	`data:text/javascript;base64,${Buffer.from(outputFiles[0]!.contents).toString("base64")}`
);

/** What a call gives: words and flags, or the sentence that refuses it. */
async function outcome(parse: () => Promise<unknown>) {
	try {
		return await parse();
	} catch (error) {
		return { [(error as Error).name]: (error as Error).message };
	}
}

test("any arguments are the call, or the error, that they are with meow's own dependencies", async () => {
	let understood = 0;
	const callers = fc.constantFrom("owner" as const, "visitor" as const);
	await fc.assert(
		fc.asyncProperty(fc.array(anyArgument, { maxLength: 5 }), callers, async (argv, caller) => {
			const call = await outcome(() => real.parseCall(argv, caller));
			assert.deepEqual(await outcome(() => built.parseCall(argv, caller)), call);
			understood += "command" in (call as object) ? 1 : 0;
		}),
		{ numRuns: 3000 },
	);
	assert.ok(understood > 100, `only ${understood} were understood`);
});

test("what is told of a call is the same before it is checked", async () => {
	for (const argv of [
		["--host-key", "a", "--max-visits=5", "-pf", "text", "word", "--", "--print"],
		["--hostKey", "a", "--hide", "a", "--hide=b", "--trust-proxy", "10.0.0.1", "--no-color", "-h"],
		["--hide", "--width", "-5", "--resume", "-", "--screen-reader=false", "a", "5", "--idle=''"],
		["--no-print", "--print", "--output"],
		["--port", "1", "--port", "2"],
	]) {
		const expected = await outcome(() => real.parseWithMeow(argv));
		assert.deepEqual(await outcome(() => built.parseWithMeow(argv)), expected, argv.join(" "));
	}
});
