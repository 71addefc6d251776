import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestContext } from "node:test";

/** A new folder that is gone after the test. */
export async function newFolder(context: Pick<TestContext, "after">): Promise<string> {
	const folder = await mkdtemp(path.join(tmpdir(), "resume-"));
	context.after(() => rm(folder, { recursive: true, force: true }));
	return folder;
}

/** A file with the content, in a folder of its own. @returns its path. */
export async function newFile(
	context: Pick<TestContext, "after">,
	content: string | Uint8Array,
	name = "resume.json",
): Promise<string> {
	const file = path.join(await newFolder(context), name);
	await writeFile(file, content);
	return file;
}
