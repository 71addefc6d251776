import assert from "node:assert/strict";
import { test } from "node:test";
import * as theme from "jsonresume-theme-even";
import { render } from "resumed";
import { starter } from "../../source/resume/starter.ts";
import { own, ownersOnly } from "../helpers/own.ts";
import { program } from "../helpers/program.ts";

// Other programs of the JSON Resume world read the data too.
for (const [name, options, document] of [
	["the embedded résumé", ownersOnly, own],
	["the starter", {}, JSON.parse(starter(program.schema))],
] as const) {
	test(`resumed renders ${name} with the theme even`, options, async () => {
		const html: string = await render(document, theme);
		assert.match(html, /<html/);
		assert.ok(html.includes(document.basics.name));
		for (const { name, institution } of [...document.work, ...document.education]) {
			assert.ok(html.includes(name ?? institution), name ?? institution);
		}
	});
}
