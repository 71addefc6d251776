import assert from "node:assert/strict";
import test from "node:test";
import { resumeOf } from "../helpers/resumes.ts";
import { loadSample } from "../helpers/sample.ts";

test("Sections come in the order and under the titles that the document gives, the others after them", async (context) => {
	const { sections } = await resumeOf(context, {
		basics: { name: "Ada" },
		work: [{ name: "Company" }],
		skills: [{ name: "Baking" }],
		education: [{ institution: "School" }],
		prizes: [{ title: "First" }],
		meta: {
			sections: [
				{ id: "schools", title: "Where I learned", source: "education" },
				{ source: "work" },
				{ source: "education", title: "Once more" },
				{ source: "awards", title: "Nothing" },
			],
		},
	});
	assert.deepEqual(
		sections.map(({ id, title, source, entries }) => [id, title, source, entries.length]),
		[
			["schools", "Where I learned", "education", 1],
			["work", "Work", "work", 1],
			["skills", "Skills", "skills", 1],
			["prizes", "Prizes", "prizes", 1],
		],
	);
});

test("Ids are unique, made of the words, and can be typed", async (context) => {
	const same = { name: "Café Zürich", position: "Baker" };
	const { sections } = await resumeOf(context, { basics: {}, work: [same, same, { name: "x".repeat(500) }] });
	const ids = sections[0]!.entries.map(({ id }) => id);
	assert.equal(new Set(ids).size, 3);
	for (const id of ids) {
		assert.match(id, /^[a-z\d]+(?:-[a-z\d]+)*$/);
		assert.ok(id.length <= 70);
	}
});

test("The embedded résumé's sections are those that its document names, and none is empty", async () => {
	const { resume, document } = await loadSample();
	const { meta } = document as { meta: { sections: { title: string; id: string }[] } };
	assert.deepEqual(
		resume.sections.map(({ title, id }) => ({ title, id })),
		meta.sections.map(({ title, id }) => ({ title, id })),
	);
	for (const { entries } of resume.sections) {
		assert.ok(entries.length > 0);
	}
});

test("A document with nothing but a name has no sections", async (context) => {
	const { person, sections } = await resumeOf(context, { basics: { name: "Ada" } });
	assert.deepEqual([person.name, sections], ["Ada", []]);
});
