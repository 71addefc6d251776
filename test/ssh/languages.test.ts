import assert from "node:assert/strict";
import { test } from "node:test";
import { newFile } from "../helpers/files.ts";
import { startServer } from "./program.ts";
import { Visitor } from "./visitor.ts";

const document = {
	basics: { name: "Ada Stern", label: { en: "Cook", de: "Köchin", "zh-Hant": "廚師" } },
	work: [{ name: "TU Wien" }],
};

/** What a visitor with this environment sees first. */
async function seen(port: number, env: Record<string, string>, command?: string): Promise<string> {
	using visitor = await Visitor.connect(port, { env });
	if (command !== undefined) {
		await visitor.exec(command, false);
		await visitor.end();
		return visitor.raw + visitor.errors;
	}

	await visitor.shell();
	await visitor.waitFor("Ada Stern");
	await visitor.waitFor("❯");
	return visitor.text();
}

test("a visitor sees the language that their client sends, if the résumé is in it", async (t) => {
	await using here = await startServer({}, { args: ["--resume", await newFile(t, JSON.stringify(document))] });
	for (const [env, headline] of [
		[{}, "Cook"],
		[{ LANG: "de_AT.UTF-8" }, "Köchin"],
		[{ LANG: "en_GB.UTF-8", LC_ALL: "zh_TW.UTF-8" }, "廚師"],
		[{ LANG: "fr_FR.UTF-8" }, "Cook"],
		[{ LANG: "C.UTF-8" }, "Cook"],
		[{ LANG: "\u001B[2J../../etc" }, "Cook"],
	] as const) {
		assert.ok((await seen(here.port, env)).includes(headline), JSON.stringify(env));
		assert.ok((await seen(here.port, env, "--print")).includes(headline), JSON.stringify(env));
	}

	assert.ok((await seen(here.port, { LANG: "de_DE" }, "--lang en --print")).includes("Cook"));
	assert.match(await seen(here.port, {}, "--print --lang it"), /isn't in "it"/);
});

test("L changes it for that visitor alone", async (t) => {
	await using here = await startServer({}, { args: ["--resume", await newFile(t, JSON.stringify(document))] });
	using one = await Visitor.connect(here.port);
	using other = await Visitor.connect(here.port);
	await one.shell();
	await other.shell();
	await one.waitFor("Cook");
	await other.waitFor("Cook");
	one.type("L");
	await one.waitFor("Köchin");
	other.type("\u001B[B");
	await other.waitFor("Cook");
	assert.ok(!other.text().includes("Köchin"));
});
