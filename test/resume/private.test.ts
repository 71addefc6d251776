import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { UserError } from "../../source/errors.ts";
import { loadFile } from "../../source/resume/load.ts";
import { removePaths } from "../../source/resume/private.ts";
import { newFile } from "../helpers/files.ts";

const document = () => ({
	basics: { name: "Pat Doe", phone: "SECRET-phone", location: { address: "SECRET-street", city: "Town" } },
	work: [
		{ name: "Acme", supervisor: "SECRET-boss", lab: "SECRET-lab-0", highlights: ["seen", "SECRET-highlight"] },
		{ name: "Other", lab: "SECRET-lab-1" },
	],
	skills: [{ name: "SECRET-skill" }, { name: "C" }, { name: "SECRET-skill" }],
	references: [{ name: "SECRET-person" }],
	"own.section": [{ name: "kept" }],
});

const paths = [
	"basics.phone",
	"basics.location.address",
	"work[0].supervisor",
	"work.0.highlights[1]",
	"work.*.lab",
	"skills[0]",
	"skills.2",
	"references",
];

test("what is private is nowhere in what was loaded", async (context) => {
	const file = await newFile(context, JSON.stringify({ ...document(), meta: { private: paths, version: "v1" } }));
	const loaded = await loadFile(file);
	const everything = JSON.stringify(loaded);
	assert.doesNotMatch(everything, /SECRET/);
	assert.doesNotMatch(everything, /private/);
	assert.deepEqual(loaded.oddities, []);
	for (const kept of ["Pat Doe", "Town", "Acme", "Other", "seen", '"C"', "kept", "v1"]) {
		assert.ok(everything.includes(kept), kept);
	}
});

test("what the caller hides is nowhere either, in YAML too and in a wrapper", async (context) => {
	const file = await newFile(context, JSON.stringify({ resume: document() }), "resume.yaml");
	const everything = JSON.stringify(await loadFile(file, { hide: paths }));
	assert.doesNotMatch(everything, /SECRET/);
	assert.ok(everything.includes("Acme"));
});

test("what is to be hidden and is not there is refused, and nothing is shown", async (context) => {
	const file = await newFile(context, JSON.stringify(document()));
	for (const path of ["basics.fone", "work[7].name", "", "."]) {
		await assert.rejects(
			loadFile(file, { hide: ["basics.phone", path] }),
			new UserError(
				`--hide ${JSON.stringify(path)} matches nothing in ${file}, so that nothing is shown; write a path that it has, such as basics.phone`,
			),
		);
	}
});

test("a list of private paths counts in a wrapper as well", async (context) => {
	const wrapped = [{ ...document(), meta: { private: paths } }];
	const everything = JSON.stringify(await loadFile(await newFile(context, JSON.stringify(wrapped))));
	assert.doesNotMatch(everything, /SECRET/);
});

test("a path that matches nothing is told of, and hides nothing else", async (context) => {
	const meta = { private: ["basics.fon", "work[7].name", "basics.name.first"] };
	const { oddities, document } = await loadFile(
		await newFile(context, JSON.stringify({ basics: { name: "Pat Doe", phone: "1" }, meta })),
	);
	assert.deepEqual(oddities, [
		"the private path basics.fon matches nothing",
		"the private path work[7].name matches nothing",
		"the private path basics.name.first matches nothing",
	]);
	assert.deepEqual(document, { basics: { name: "Pat Doe", phone: "1" }, meta: {} });
});

test("one path, not in a list, is a path", async (context) => {
	const { document } = await loadFile(
		await newFile(context, JSON.stringify({ basics: { name: "Pat", phone: "1" }, meta: { private: "basics.phone" } })),
	);
	assert.deepEqual(document, { basics: { name: "Pat" }, meta: {} });
});

test("list places are those of the document, whatever is removed before", () => {
	const value = { list: ["a", "b", "c", "d"], deep: [{ items: [1, 2] }, { items: [3, 4] }] };
	const missing = removePaths(value, ["list[0]", "list.2", "deep[0]", "deep[1].items[0]", "list.0", "list[9]"]);
	assert.deepEqual(value, { list: ["b", "d"], deep: [{ items: [4] }] });
	assert.deepEqual(missing, ["list[9]"]);
});

test("any place of any document can be named, and then is gone", () => {
	const key = fc.string({ minLength: 1 }).filter((text) => /^[^.[\]*$\s"']+$/.test(text));
	const json = fc.letrec((tie) => ({
		value: fc.oneof({ depthSize: "small" }, fc.constant("x"), fc.array(tie("value")), fc.dictionary(key, tie("value"))),
	})).value;
	fc.assert(
		fc.property(fc.dictionary(key, json, { minKeys: 1 }), fc.nat(), (value, choice) => {
			const places: (string | number)[][] = [];
			const visit = (item: unknown, place: (string | number)[]) => {
				if (typeof item === "object" && item !== null) {
					for (const [name, child] of Object.entries(item)) {
						const at = [...place, name];
						places.push(at);
						visit(child, at);
					}
				}
			};
			visit(value, []);
			const place = places[choice % places.length]!;
			let parent: unknown = value;
			for (const step of place.slice(0, -1)) {
				parent = (parent as Record<string, unknown>)[step];
			}
			const size = Object.keys(parent as object).length;
			assert.deepEqual(removePaths(value, [place.join(".")]), []);
			assert.equal(Object.keys(parent as object).length, size - 1);
		}),
	);
});
