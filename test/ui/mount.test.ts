import assert from "node:assert/strict";
import test from "node:test";
import type { Resume } from "../../source/resume/model.ts";
import { longDocument, resumeOf } from "../helpers/resumes.ts";
import { view } from "../helpers/viewer.ts";

test("A first frame that can't be drawn is reported before anything is written", async (context) => {
	const sound = await resumeOf(context, longDocument(1));
	let reads = 0;
	const resume: Resume = {
		...sound,
		person: {
			...sound.person,
			// The first to read it prepares the texts; the next one draws the header.
			get role(): string {
				reads++;
				if (reads > 1) {
					throw new Error("a fault put there by a test");
				}

				return "Engineer";
			},
		},
	};
	const written: string[] = [];
	assert.throws(() => view(resume, { written }), /a fault put there by a test/);
	assert.deepEqual(written, []);
});
