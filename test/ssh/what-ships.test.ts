import assert from "node:assert/strict";
import { cp, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { newFolder } from "../helpers/files.ts";
import { programPath, readProgram } from "../helpers/program.ts";
import { tellLies } from "./lies.ts";
import { startServer } from "./program.ts";

test("the attacks are made on the ssh2 that is in the program: without its look at lengths, they find that out", async (t) => {
	const folder = await newFolder(t);
	await cp(path.dirname(programPath), folder, { recursive: true });
	const check = /throw (?:new )?Error\(["'`]Bad packet length(?:: \$\{[^}]*\})?["'`]\)/g;
	let count = 0;
	for (const [name, text] of await readProgram(folder)) {
		count += text.match(check)?.length ?? 0;
		await writeFile(path.join(folder, name), text.replace(check, "void 0"));
	}

	assert.ok(count >= 7, "ssh2 looks at lengths in each of its ciphers");
	await using here = await startServer({}, { program: path.join(folder, path.basename(programPath)) });
	await assert.rejects(tellLies(here), /a packet of \d+ bytes to be refused|deep-equal/);
});
