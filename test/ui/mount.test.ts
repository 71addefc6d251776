import assert from "node:assert/strict";
import test from "node:test";
import type { Resume } from "../../source/resume/model.ts";
import { longDocument, resumeOf } from "../helpers/resumes.ts";
import { view } from "../helpers/viewer.ts";

test("A first frame that throws ends the visit with the terminal given back", async (context) => {
	const sound = await resumeOf(context, longDocument(1));
	const faults: unknown[] = [];
	let reads = 0;
	const resume: Resume = {
		...sound,
		person: {
			...sound.person,
			// The first to read it prepares the texts; the next one draws the header.
			get headline(): string {
				reads++;
				if (reads > 1) {
					throw new Error("a fault put there by a test");
				}

				return "Engineer";
			},
		},
	};
	await using shown = view(resume, { host: { onError: (error) => faults.push(error) } });
	assert.equal(await shown.viewer.left, "error");
	assert.match(String(faults[0]), /a fault put there by a test/);
	// Neither its own words nor those of what comes of it.
	assert.doesNotMatch(shown.raw, /a fault put there|ERROR|Error|Cannot/);
	assert.equal(faults.length, 1);
	assert.ok(shown.raw.lastIndexOf("\u001B[?1049l") > shown.raw.lastIndexOf("\u001B[?1049h"));
});
