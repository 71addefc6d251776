import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { buildProgram } from "../../build/program.mjs";
import { ownFile } from "../helpers/own.ts";
import { program, readProgram } from "../helpers/program.ts";
import { sampleFile } from "../helpers/sample.ts";
import { type Packed, pack } from "./packed.ts";

const root = path.resolve(import.meta.dirname, "../..");
let folder: string;
let packed: Packed;

before(async () => {
	folder = await mkdtemp(path.join(tmpdir(), "package-"));
	packed = pack(folder);
});
after(() => rm(folder, { recursive: true, force: true }));

test("the package has what runs, says what it is and under which terms, and nothing else", () => {
	const beside = packed.files
		.map((file) => file.path)
		.filter((file) => !/^dist\/(?:[\w.-]+\.[cm]js|types\/.+\.d\.ts)$/.test(file));
	const expected = [
		"LICENSE",
		"README.md",
		"dist/THIRD-PARTY-LICENSES.txt",
		"dist/sbom.cdx.json",
		`dist/${program.name}.1`,
		"package.json",
		"schema.json",
	];
	assert.deepEqual(beside.sort(), expected.sort());
});

test("every file of the program is asked for by another, and none is made of a string", async () => {
	const texts = await readProgram(path.join(root, "dist"));
	const all = [...texts.values()].join("\n");
	for (const [name, text] of texts) {
		const isEntry = name === "cli.cjs" || name === "index.cjs";
		assert.ok(all.includes(`"./${name}"`) || !/\.[cm]js$/.test(name) || isEntry, `${name} is not asked for`);
		assert.ok(!/\b_compile\(|\brunIn\w*Context\(|Decompress/.test(text), `${name} compiles a text`);
	}
});

test("the package is within its limit, whatever the length of the résumé in it", async () => {
	const [own, sample] = await Promise.all([stat(ownFile), stat(sampleFile)]);
	const limit = 640_000 + Math.max(0, own.size - sample.size);
	assert.ok(packed.size < limit, `${packed.size} bytes packed, of ${limit}`);
});

test("the package needs no other, and Node.js from 20 on", async () => {
	const manifest = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
	for (const kind of ["dependencies", "optionalDependencies", "peerDependencies", "bundleDependencies"]) {
		assert.equal(manifest[kind], undefined, kind);
	}
	assert.equal(manifest.engines.node, ">=20");
	// A text: npm calls the command as the package, in a fork too.
	assert.equal(manifest.bin, "dist/cli.cjs");
	for (const script of ["preinstall", "install", "postinstall", "prepare"]) {
		assert.equal(manifest.scripts[script], undefined, script);
	}
});

test("every bundled package is named in the notice, with its terms", async () => {
	const notice = await readFile(path.join(root, "dist", "THIRD-PARTY-LICENSES.txt"), "utf8");
	for (const name of [
		"ink",
		"react",
		"react-reconciler",
		"yoga-layout",
		"meow",
		"ssh2",
		"js-yaml",
		"ink-select-input",
	]) {
		assert.match(notice, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+`, "m"), name);
	}
	assert.match(notice, /Copyright \(c\) Meta Platforms/);
	assert.doesNotMatch(notice, /^(?:typescript|esbuild|fast-check) /m);
});

test("the bill of materials names what is bundled, in the versions that npm has installed", async () => {
	const bill = JSON.parse(await readFile(path.join(root, "dist", "sbom.cdx.json"), "utf8"));
	assert.equal(bill.bomFormat, "CycloneDX");
	const bundled: string[] = bill.components.map(({ name, version }: Installed) => `${name}@${version}`);
	const files = await buildProgram({ outdir: path.join(folder, "built") });
	const folders = new Set(files.flatMap((file) => /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []));
	const inside = await Promise.all(
		[...folders].map(async (each) => {
			const { name, version } = JSON.parse(await readFile(path.join(each, "package.json"), "utf8"));
			return `${name}@${version}`;
		}),
	);
	assert.deepEqual([...bundled].sort(), [...new Set(inside)].sort());
	const listed = JSON.parse(execFileSync("npm", ["ls", "--all", "--json"], { cwd: root, encoding: "utf8" }));
	const installed = new Set(namesIn(listed.dependencies));
	assert.deepEqual(
		bundled.filter((each) => !installed.has(each)),
		[],
	);
	const notice = await readFile(path.join(root, "dist", "THIRD-PARTY-LICENSES.txt"), "utf8");
	const noticed = bundled.filter((each) => notice.includes(each.replace(/@(?=[^@]+$)/, " ")));
	assert.deepEqual(noticed, bundled);
	for (const name of ["ink", "react", "yoga-layout", "ssh2", "js-yaml", "meow", "chalk", "ink-select-input"]) {
		assert.ok(
			bundled.some((each) => each.startsWith(`${name}@`)),
			name,
		);
	}

	for (const { purl, licenses } of bill.components) {
		assert.match(purl, /^pkg:npm\/(?:%40[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+/);
		assert.ok(licenses.length > 0, purl);
	}
});

type Installed = { name?: string; version: string; dependencies?: Record<string, Installed> };

const namesIn = (dependencies: Record<string, Installed> = {}): string[] =>
	Object.entries(dependencies).flatMap(([name, { version, dependencies: inner }]) => [
		`${name}@${version}`,
		...namesIn(inner),
	]);
