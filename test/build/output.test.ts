import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import fc from "fast-check";

type Output = {
	write: (x: number, y: number, text: string, options: { transformers: [] }) => void;
	clip: (clip: { x1?: number; x2?: number; y1?: number; y2?: number }) => void;
	unclip: () => void;
	get: () => { output: string; height: number };
};
type OutputClass = new (size: { width: number; height: number }) => Output;

const inkOutput = path.join(path.dirname(fileURLToPath(import.meta.resolve("ink"))), "output.js");
const instead = path.resolve(import.meta.dirname, "../../build/instead/output.mjs");

/** A class with what it imports, apart from that of any other. */
async function load(file: string): Promise<OutputClass> {
	const { outputFiles } = await build({
		entryPoints: [file],
		bundle: true,
		format: "esm",
		platform: "node",
		write: false,
		plugins: [
			{
				name: "original",
				setup: (bundler) => void bundler.onResolve({ filter: /^original:/ }, () => ({ path: inkOutput })),
			},
		],
	});
	const url = `data:text/javascript;base64,${Buffer.from(outputFiles[0]!.contents).toString("base64")}`;
	return (await import(url)).default;
}

const [Ink, Sharing] = await Promise.all([load(inkOutput), load(instead)]);

/** Text with styles and links that end, that don't, that go on in the next line, or that nothing began. */
const anyText = fc
	.array(
		fc.oneof(
			fc.constantFrom("a", "Zhen Zhang", " ", "\n", "\n", "清华", "👍", "e\u0301", "─", "…"),
			fc.constantFrom(...[1, 2, 3, 4, 7, 35, 39, 22, 23, 24, 27, 97, 40, 49, 0].map((code) => `\u001B[${code}m`)),
			fc.constantFrom("\u001B[38;5;196m", "\u001B[1;35m", "\u001B[35mmagenta\u001B[39m", "\u001B[1mbold\u001B[22m"),
			fc.constantFrom("\u001B]8;;https://example.org\u0007", "\u001B]8;;\u0007"),
		),
		{ maxLength: 25 },
	)
	.map((parts) => parts.join(""));

test("frame after frame, what is shared writes what Ink's own writes", () => {
	const writes = fc.array(fc.record({ x: fc.nat(12), y: fc.nat(6), text: anyText, isClipped: fc.boolean() }), {
		minLength: 1,
		maxLength: 4,
	});
	fc.assert(
		fc.property(writes, (operations) => {
			const [own, shared] = [Ink, Sharing].map((Class) => {
				const output = new Class({ width: 30, height: 8 });
				for (const { x, y, text, isClipped } of operations) {
					if (isClipped) {
						output.clip({ x1: 2, x2: 20, y1: 1, y2: 6 });
					}

					output.write(x, y, text, { transformers: [] });
					if (isClipped) {
						output.unclip();
					}
				}

				return output.get();
			});
			assert.deepEqual(shared, own);
		}),
		{ numRuns: 1500 },
	);
});
