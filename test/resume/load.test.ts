import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import { build } from "esbuild";
import fc from "fast-check";
import { UserError } from "../../source/errors.ts";
import { cleanText } from "../../source/resume/clean.ts";
import { loadDocument, loadFile } from "../../source/resume/load.ts";
import { anyDocument } from "../helpers/documents.ts";
import { newFile, newFolder } from "../helpers/files.ts";
import { loadSample, sampleFile } from "../helpers/sample.ts";
import { textsOf } from "../helpers/texts.ts";

test("the embedded résumé is the same as its file, and loading leaves it as it is", async () => {
	const document: unknown = JSON.parse(await readFile(sampleFile, "utf8"));
	assert.deepEqual(await loadDocument(document, sampleFile), await loadSample());
	assert.doesNotMatch(JSON.stringify(await loadSample({ hide: ["basics.email", "work"] })), /@/);
	assert.deepEqual((await loadSample()).document, document);
});

test("a document that departs from the standard is given back as it was, but for what is private or harmful", async (context) => {
	const odd = {
		basics: { name: "Pat\u0007", phone: 5, x: null },
		work: [{ company: "A", startDate: "May 2020" }],
		own: "text",
	};
	const { document } = await loadFile(await newFile(context, JSON.stringify(odd)));
	assert.deepEqual(document, { ...odd, basics: { ...odd.basics, name: "Pat" } });
});

test("any document is loaded, every text of it harmless, or is refused in one sentence", async (context) => {
	const file = await newFile(context, "");
	const { writeFile } = await import("node:fs/promises");
	await fc.assert(
		fc.asyncProperty(anyDocument, async (any) => {
			await writeFile(file, JSON.stringify(any));
			try {
				const { resume, document, oddities } = await loadFile(file);
				for (const seen of textsOf(resume)) {
					assert.equal(cleanText(seen), seen);
				}
				assert.doesNotMatch(JSON.stringify([document, oddities]), /[\u007F-\u009F\u202A-\u202E]|\\u001[bB]/);
				for (const { entries } of resume.sections) {
					assert.ok(entries.length > 0);
					for (const { id, title, label } of entries) {
						assert.ok(id !== "" && title !== "" && label !== "");
					}
				}
			} catch (error) {
				assert.ok(error instanceof UserError, error instanceof Error ? error.stack : String(error));
				assert.match(error.message, /^[^\n]+$/);
			}
		}),
		{ numRuns: 500 },
	);
});

/** A program that loads standard input and prints the name, or the error. */
async function loadFromInput(input: string | undefined): Promise<string> {
	const source = path.resolve("source/resume/load.ts");
	const folder = await newFolder({ after: (clean) => void cleanUps.push(clean as () => Promise<void>) });
	const outfile = path.join(folder, "program.mjs");
	await build({
		stdin: {
			contents: `import { loadDocument, loadFile } from ${JSON.stringify(source)};
				loadFile("-").then(({ resume }) => console.log(resume.person.name), (error) => console.log(error.message));`,
			resolveDir: process.cwd(),
		},
		bundle: true,
		platform: "node",
		format: "esm",
		mainFields: ["module", "main"],
		banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
		outfile,
	});
	const child = spawn(process.execPath, [outfile], {
		stdio: [input === undefined ? "ignore" : "pipe", "pipe", "inherit"],
	});
	child.stdin?.end(input);
	return (await text(child.stdout!)).trim();
}

const cleanUps: (() => Promise<void>)[] = [];
test.after(async () => {
	for (const clean of cleanUps) {
		await clean();
	}
});

test("standard input is read to its end, as JSON or as YAML", async () => {
	assert.equal(await loadFromInput(`{"basics": {"name": "Pat Doe", "summary": "${"x".repeat(300_000)}"}}`), "Pat Doe");
	assert.equal(await loadFromInput("basics:\n  name: Pat Doe\n"), "Pat Doe");
	assert.equal(
		await loadFromInput('{"basics": }'),
		"standard input:1:12: this isn't JSON: a value is expected here; write the value, or remove the comma before",
	);
	assert.match(await loadFromInput("just words"), /^standard input: this isn't a résumé/);
	assert.equal(
		await loadFromInput(undefined),
		'standard input: the file is empty; the command "init" writes a résumé to start from',
	);
});

test("what only files need is not loaded for the embedded résumé", async () => {
	const { metafile, outputFiles } = await build({
		entryPoints: ["source/resume/load.ts"],
		bundle: true,
		splitting: true,
		format: "esm",
		platform: "node",
		outdir: "unwritten",
		write: false,
		metafile: true,
		mainFields: ["module", "main"],
	});
	const outputs = Object.entries(metafile.outputs);
	const entry = outputs.find(([, { entryPoint }]) => entryPoint === "source/resume/load.ts")!;
	const first = new Set<string>();
	const visit = (name: string) => {
		first.add(name);
		for (const { path, kind } of metafile.outputs[name]!.imports) {
			if (kind === "import-statement" && metafile.outputs[path] && !first.has(path)) {
				visit(path);
			}
		}
	};
	visit(entry[0]);
	const inputs = [...first].flatMap((name) => Object.keys(metafile.outputs[name]!.inputs));
	assert.ok(inputs.includes("source/resume/normalise/index.ts"));
	assert.deepEqual(
		// A start has the distance of words in any case, for its "did you mean".
		inputs.filter((input) => /node_modules|resume\/parse|resume\/validate/.test(input)),
		["node_modules/fastest-levenshtein/esm/mod.js"],
	);
	const code = outputFiles
		.filter((file) => first.has(path.relative(process.cwd(), file.path)))
		.map((file) => file.text)
		.join("");
	assert.doesNotMatch(code, /localeCompare|RGI_Emoji|toLocale/);
});
