import assert from "node:assert/strict";
import test from "node:test";
import type { Effect } from "../../../source/ui/state/effect.ts";
import type { Verb } from "../../../source/ui/state/keymap.ts";
import { reduce } from "../../../source/ui/state/reduce.ts";
import type { State } from "../../../source/ui/state/state.ts";
import { after, resumeOf, stateOf } from "../../helpers/resumes.ts";
import { loadSample } from "../../helpers/sample.ts";

const { resume } = await loadSample();
const effectOf = (state: State, verb: Verb): Effect | undefined => reduce(state, { type: "verb", verb }).effect;
const publication = resume.sections.findIndex(({ entries }) => entries.some((entry) => entry.publication));

test("On the home screen y copies the mail", () => {
	const mail = resume.person.contacts.find(({ kind }) => kind === "mail")!.text;
	assert.deepEqual(effectOf(stateOf(), "copy"), { kind: "copy", text: mail, what: mail });
});

test("On an entry y takes its link, its citation, its text in turn", () => {
	const state = stateOf(resume, undefined, { section: publication, entry: 0 });
	const entry = resume.sections[publication]!.entries[0]!;
	const taken = [0, 1, 2, 3].map((times) => {
		const effect = effectOf(after(state, ...Array<Verb>(times).fill("copy")), "copy");
		assert.equal(effect?.kind, "copy");
		return effect as { text: string; what: string };
	});
	assert.equal(taken[0]!.text, entry.links[0]!.url);
	assert.match(taken[0]!.what, /y again for BibTeX$/);
	assert.match(taken[1]!.text, /^@\w+\{[\s\S]+\}\s*$/);
	assert.ok(taken[2]!.text.startsWith(entry.title));
	assert.doesNotMatch(taken[2]!.text, /\n\n\n|[^\S\n]+$/m);
	assert.deepEqual(taken[3], taken[0]);
});

test("On the timeline o and y are about the highlighted entry", () => {
	const timeline = after(stateOf(), "timeline");
	const row = timeline.content.timeline().rows.findIndex(({ section }) => section === publication);
	const state = after(timeline, { type: "item", index: row });
	const { url } = resume.sections[publication]!.entries[0]!.links[0]!;
	assert.deepEqual(effectOf(state, "openLink"), { kind: "open", url });
	assert.deepEqual(effectOf(state, "copy"), { kind: "copy", text: url, what: url });
});

test("On the links screen y copies an address as one writes it, and Enter and o open it", async (context) => {
	const own = await resumeOf(context, { basics: { name: "Ada", email: "ada@example.org", phone: "+1 555" } });
	const links = after(stateOf(own), "links");
	assert.deepEqual(effectOf(links, "copy"), { kind: "copy", text: "ada@example.org", what: "ada@example.org" });
	assert.deepEqual(effectOf(links, "open"), { kind: "open", url: "mailto:ada@example.org" });
	assert.deepEqual(effectOf(after(links, "down"), "openLink"), { kind: "open", url: own.person.contacts[1]!.href });
});

test("Where there is nothing to open or to copy it says so", async (context) => {
	const empty = stateOf(await resumeOf(context, { basics: {}, work: [{ name: "One" }, { name: "Two" }] }));
	assert.equal(effectOf(empty, "openLink")?.kind, "say");
	assert.equal(effectOf(empty, "copy")?.kind, "say");
	assert.equal(effectOf(after(empty, "links"), "copy")?.kind, "say");
	assert.equal(effectOf(after(empty, "links"), "open")?.kind, "say");
	assert.equal(effectOf(after(empty, "open", "open"), "openLink")?.kind, "say");
	assert.equal((effectOf(after(empty, "open", "open"), "copy") as { text: string }).text, "One");
});

test("Verbs that move have no effect outside, leaving and stopping have one everywhere", () => {
	for (const way of [[], ["links"], ["search"], ["timeline"], ["card"]] as Verb[][]) {
		const state = after(stateOf(), ...way);
		assert.deepEqual(effectOf(state, "quit"), { kind: "quit" });
		assert.deepEqual(effectOf(state, "suspend"), { kind: "suspend" });
		for (const verb of ["up", "pageDown", "back", "nextSection", "help"] as const) {
			assert.equal(effectOf(state, verb), undefined);
		}
	}
});
