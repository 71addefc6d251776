import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { type TestContext, test } from "node:test";
import { promisify } from "node:util";
import { starter } from "../../source/resume/starter.ts";
import { cloneProject } from "../helpers/clone.ts";
import { readProgram } from "../helpers/program.ts";

const run = promisify(execFile);

/** A clone of the repository with another résumé in it. */
async function cloneWith(context: TestContext, document: string, name = "resume.json"): Promise<string> {
	const clone = await cloneProject(context);
	const data = path.join(clone, "data");
	for (const own of (await readdir(data)).filter((file) => file.startsWith("resume."))) {
		await rm(path.join(data, own));
	}

	await writeFile(path.join(data, name), document);
	return clone;
}

/** What `npm pack` ends with and says; what comes of it goes nowhere. */
const packIn = (clone: string) =>
	run("npm", ["pack", "--dry-run"], { cwd: clone }).then(
		() => ({ code: 0, said: "" }),
		({ code, stderr, stdout }: { code: number; stderr: string; stdout: string }) => ({ code, said: stderr + stdout }),
	);

test("what is private of the embedded résumé is in no file of the program", async (context) => {
	const document = {
		basics: { name: "Own Name", phone: "+41 79 555 01 23", email: "own@example.org" },
		work: [{ name: "Somewhere", summary: "hush-hush-secret", location: "Hidden Town" }],
		meta: { private: ["basics.phone", "work[0].summary", "work[0].location"] },
	};
	const clone = await cloneWith(context, JSON.stringify(document));
	await run(process.execPath, ["build/build.mjs"], { cwd: clone });

	const dist = path.join(clone, "dist");
	const texts = await readProgram(dist);
	const files = [...texts.keys()];
	assert.ok([...texts.values()].some((text) => text.includes("own@example.org")));
	for (const secret of ["555 01 23", "41795550123", "hush-hush", "work[0].location", "Hidden Town"]) {
		assert.deepEqual(
			files.filter((file) => texts.get(file)!.includes(secret)),
			[],
			secret,
		);
	}

	const { stdout } = await run(process.execPath, [path.join(dist, "cli.cjs"), "-f", "json"]);
	assert.deepEqual(JSON.parse(stdout), {
		basics: { name: "Own Name", email: "own@example.org" },
		work: [{ name: "Somewhere" }],
		meta: {},
	});
});

test("the embedded résumé may be YAML, and there is only one", async (context) => {
	const text = "basics:\n  name: Own Name\n  phone: +41 79 555 01 23\nmeta:\n  private: [basics.phone]\n";
	const clone = await cloneWith(context, text, "resume.yaml");
	await run(process.execPath, ["build/build.mjs"], { cwd: clone });
	const cli = path.join(clone, "dist", "cli.cjs");
	assert.equal((await run(process.execPath, [cli, "--print"])).stdout, "Own Name\n");

	await writeFile(path.join(clone, "data", "resume.json"), "{}");
	const { code, said } = await packIn(clone);
	assert.equal(code, 2, said);
	assert.match(said, /^data\/ has more than one résumé: resume\.json, resume\.yaml; keep one of them$/m);
});

test("a package carries its résumé in every language, and in none what is private", async (context) => {
	const person = { name: "Own Name", phone: "+41 79 555 01 23" };
	const english = { basics: { ...person, label: "Head of the kitchen" }, meta: { private: ["basics.phone"] } };
	const clone = await cloneWith(context, JSON.stringify(english));
	const german = { basics: { ...person, label: "Küchenchefin" }, work: [{ name: "Bäckerei" }] };
	await writeFile(path.join(clone, "data/resume.de.json"), JSON.stringify(german));
	await run(process.execPath, ["build/build.mjs"], { cwd: clone });

	const dist = path.join(clone, "dist");
	const texts = [...(await readProgram(dist)).values()];
	assert.ok(!texts.some((text) => text.includes("555 01 23")));
	const printed = async (...args: string[]) =>
		(await run(process.execPath, [path.join(dist, "cli.cjs"), "--print", ...args])).stdout;
	assert.match(await printed(), /^Own Name\nHead of the kitchen\n/);
	assert.match(await printed("--lang", "de"), /^Own Name\nKüchenchefin\n[\s\S]*Berufserfahrung\n[\s\S]*Bäckerei/);
});

test("nothing is packed while it isn't clear what is private, and no word of the document is said", async (context) => {
	const secret = "SECRET";
	const basics = { name: secret, phone: `+41 79 555 01 23`, summary: secret };
	for (const [meta, sentence] of [
		[{ private: ["basics.fone"] }, '3:21: meta.private[0]: "basics.fone" matches nothing; did you mean basics.phone?'],
		[{ private: { a: 1 } }, '3:20: meta.private: a list of paths belongs here; write ["basics.phone"], or remove it'],
		[
			{ Private: ["basics.phone"] },
			"3:10: meta.Private: this isn't read, so it hides nothing; did you mean meta.private? If not, give it another name",
		],
	] as const) {
		const document = `{\n"basics": ${JSON.stringify(basics)},\n"meta": ${JSON.stringify(meta)}\n}`;
		const { code, said } = await packIn(await cloneWith(context, document));
		assert.equal(code, 2, said);
		const [line] = said.split("\n").filter((each) => each.startsWith(path.join("data", "resume.json")));
		assert.equal(line?.replace(/^data.resume\.json:/, ""), sentence);
		assert.doesNotMatch(said, /SECRET|79 555|base64|\n {4}at /);
	}

	const broken = await packIn(await cloneWith(context, `{"basics": {"name": "${secret}" "phone": "1"}}`));
	assert.equal(broken.code, 2);
	assert.match(broken.said, /^data.resume\.json:1:30: this isn't JSON: a comma is missing before this/m);
	assert.doesNotMatch(broken.said, /SECRET|\n {4}at /);
});

test("the starter isn't packed as it is, and is built", async (context) => {
	const clone = await cloneWith(context, starter("1.0.0"));
	const { code, said } = await packIn(clone);
	assert.equal(code, 2, said);
	assert.match(
		said,
		/^data.resume\.json:\d+:\d+: "[^"\n]+" is still the starter's text \(and \d+ more\); .+ before you publish$/m,
	);
	await run(process.execPath, ["build/build.mjs"], { cwd: clone });
});
