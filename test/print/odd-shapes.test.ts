import assert from "node:assert/strict";
import { test } from "node:test";
import { UserError } from "../../source/errors.ts";
import { textFormatNames } from "../../source/print/formats.ts";
import { print } from "../../source/print/print.ts";
import { loadFile } from "../../source/resume/load.ts";
import { newFile } from "../helpers/files.ts";
import { oddShapes } from "../resume/odd-shapes.ts";

for (const { name, file, as = "json", shows } of oddShapes) {
	test(`prints ${name} in every format`, async (context) => {
		const path = await newFile(context, typeof file === "string" ? file : JSON.stringify(file), `resume.${as}`);
		const loaded = await loadFile(path);
		for (const format of [...textFormatNames, "card" as const]) {
			const request = { format, selection: {}, width: 0, isAscii: false, hasColours: false, comeBack: "npx it" };
			try {
				const text = await print(loaded, request);
				assert.match(text, /\n$/);
				assert.doesNotMatch(text, /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]|undefined|\[object/);
				if (format === "text") {
					const printed = text.replace(/\s+/g, " ");
					for (const shown of shows) {
						assert.ok(printed.includes(shown.replace(/\s+/g, " ")), `${JSON.stringify(shown)} is not in ${text}`);
					}
				}
			} catch (error) {
				assert.ok(error instanceof UserError && format === "bibtex", String(error));
			}
		}
	});
}
