import assert from "node:assert/strict";
import { EventEmitter, once } from "node:events";
import { mkdir, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { type TestContext, test } from "node:test";
import { UserError } from "../../source/errors.ts";
import { brief, watchResume } from "../../source/resume/watch.ts";
import { newFile, newFolder } from "../helpers/files.ts";

const named = (name: string) => JSON.stringify({ basics: { name } });

/** Follows the file; `next` gives what comes after it was called: a name, or the sentence of an error. */
function follow(context: TestContext, file: string, hide: string[] = [], language?: string) {
	const events = new EventEmitter();
	const seen: string[] = [];
	const tell = (text: string) => {
		seen.push(text);
		events.emit("seen");
	};
	const stop = watchResume(
		file,
		({ resume }) => tell(resume.person.name),
		(error) => {
			assert.ok(error instanceof UserError);
			tell(brief(error.message, file));
		},
		{ hide, ...(language !== undefined && { language }) },
	);
	context.after(stop);
	const until = async (text: string) => {
		while (seen.at(-1) !== text) {
			await once(events, "seen", { signal: AbortSignal.timeout(10_000) });
		}
	};
	return { until, seen, stop };
}

test("loads at once what was written between the first reading and the watch, and nothing that was read", async (context) => {
	const file = await newFile(context, named("One"));
	const { mtimeMs } = await stat(file);
	const first = new Promise<string>((resolve, reject) => {
		const stop = watchResume(file, ({ resume }) => resolve(resume.person.name), reject, {}, mtimeMs - 1);
		context.after(stop);
	});
	const seen: string[] = [];
	context.after(watchResume(file, ({ resume }) => seen.push(resume.person.name), assert.fail, {}, mtimeMs));
	assert.equal(await first, "One");
	assert.deepEqual(seen, []);
});

test("follows a file that is written in its place", async (context) => {
	const file = await newFile(context, named("One"));
	const { until } = follow(context, file);
	await writeFile(file, named("Two"));
	await until("Two");
	await writeFile(file, named("Three"));
	await until("Three");
});

test("follows the files beside it that have the résumé in other languages", async (context) => {
	const folder = await newFolder(context);
	const file = path.join(folder, "resume.json");
	await writeFile(file, named("One"));
	await writeFile(path.join(folder, "resume.de.json"), named("Eins"));
	const { until } = follow(context, file, [], "de");
	await writeFile(path.join(folder, "resume.de.json"), named("Zwei"));
	await until("Zwei");
});

test("follows a file through new files that are put in its place", async (context) => {
	const file = await newFile(context, named("One"));
	const { until } = follow(context, file);
	for (const name of ["Two", "Three", "Four"]) {
		await writeFile(`${file}.tmp`, named(name));
		await rename(`${file}.tmp`, file);
		await until(name);
	}
});

test("follows a link that is set to another file, and what that is a link to", async (context) => {
	const folder = await newFolder(context);
	const at = (name: string) => path.join(folder, name);
	for (const name of ["a", "b"]) {
		await mkdir(at(name));
		await writeFile(at(`${name}/resume.json`), named(name));
	}

	await symlink("a/resume.json", at("middle.json"));
	await symlink("middle.json", at("resume.json"));
	const { until } = follow(context, at("resume.json"));
	await writeFile(at("a/resume.json"), named("One"));
	await until("One");
	await symlink("b/resume.json", at("new.json"));
	await rename(at("new.json"), at("middle.json"));
	await until("b");
	await writeFile(at("b/resume.json"), named("Two"));
	await until("Two");
});

test("goes on once a folder that was removed is there again", async (context) => {
	const folder = await newFolder(context);
	const file = path.join(folder, "away", "folder", "resume.json");
	await mkdir(path.dirname(file), { recursive: true });
	await writeFile(file, named("One"));
	const { until } = follow(context, file);
	for (const name of ["Two", "Three"]) {
		await rm(path.join(folder, "away"), { recursive: true });
		await until("no such file; check the path");
		await mkdir(path.dirname(file), { recursive: true });
		await writeFile(file, named(name));
		await until(name);
		await writeFile(file, named(`${name} again`));
		await until(`${name} again`);
	}
});

test("says what is wrong, goes on, and reads the next good version", async (context) => {
	const file = await newFile(context, named("One"));
	const { until } = follow(context, file);
	await writeFile(file, '{"basics": {"name": "Two"},,}');
	await until(`line 1:28: a name in double quotes is expected here; write the name, or remove the comma before`);
	await rm(file);
	await until("no such file; check the path");
	await writeFile(file, named("Three"));
	await until("Three");
});

test("many quick changes are few loads, the last of them what counts", async (context) => {
	const file = await newFile(context, named("One"));
	const { until, seen } = follow(context, file);
	for (let index = 0; index < 50; index++) {
		await writeFile(file, named(`Version ${index}`));
	}
	await until("Version 49");
	assert.ok(seen.length < 10, `${seen.length} loads`);
});

test("what is hidden stays hidden in each version", async (context) => {
	const file = await newFile(context, named("One"));
	const { until } = follow(context, file, ["basics.name"]);
	await writeFile(file, named("Two"));
	await until("Résumé");
});

test("follows the file behind a symbolic link", { skip: process.platform === "win32" }, async (context) => {
	const folder = await newFolder(context);
	await mkdir(path.join(folder, "there"));
	const target = path.join(folder, "there", "cv.json");
	await writeFile(target, named("One"));
	const link = path.join(folder, "resume.json");
	await symlink(target, link);
	const { until } = follow(context, link);
	await writeFile(target, named("Two"));
	await until("Two");
});

test("another file in the folder doesn't cause a load, and nothing is reported after the stop", async (context) => {
	const file = await newFile(context, named("One"));
	const first = follow(context, file);
	const second = follow(context, file);
	await writeFile(path.join(path.dirname(file), "other.json"), named("Other"));
	await writeFile(file, named("Two"));
	await first.until("Two");
	await second.until("Two");
	assert.deepEqual(
		first.seen.filter((name) => name !== "Two"),
		[],
	);
	first.stop();
	const before = first.seen.length;
	await writeFile(file, named("Three"));
	await second.until("Three");
	assert.equal(first.seen.length, before);
});

test("waits for a folder that is not there yet", async (context) => {
	const file = path.join(await newFolder(context), "no", "resume.json");
	const { until } = follow(context, file);
	await mkdir(path.dirname(file));
	await writeFile(file, named("One"));
	await until("One");
});
