import assert from "node:assert/strict";
import { test } from "node:test";
import "../../helpers/wide.ts";
import { type Edit, edits, type Field, typeInto } from "../../../source/ui/state/field.ts";

/** A field with the caret shown as a bar. */
const field = (shown: string): Field => ({ text: shown.replace("|", ""), caret: shown.indexOf("|") });
const show = ({ text, caret }: Field) => `${text.slice(0, caret)}|${text.slice(caret)}`;

for (const [edit, before, after] of [
	["caretLeft", "ab|c", "a|bc"],
	["caretLeft", "|abc", "|abc"],
	["caretRight", "ab|c", "abc|"],
	["caretRight", "abc|", "abc|"],
	["caretStart", "ab|c", "|abc"],
	["caretEnd", "|abc", "abc|"],
	["erase", "ab|c", "a|c"],
	["erase", "|abc", "|abc"],
	["erase", "ze\u0301|n", "z|n"],
	["erase", "x🎓|", "x|"],
	["erase", "x👩‍🔬|", "x|"],
	["erase", "🇨🇳🇩🇪|", "🇨🇳|"],
	["erase", "👍🏽|", "|"],
	["caretLeft", "👩‍🔬🇨🇳|", "👩‍🔬|🇨🇳"],
	["caretRight", "|❤️x", "❤️|x"],
	["eraseNext", "a|bc", "a|c"],
	["eraseNext", "abc|", "abc|"],
	["eraseWord", "soft prompt|", "soft |"],
	["eraseWord", "soft prompt  |x", "soft |x"],
	["eraseWord", "|x", "|x"],
	["eraseAll", "soft pro|mpt", "|mpt"],
] as const satisfies readonly (readonly [Edit, string, string])[]) {
	test(`${edit} makes "${after}" of "${before}"`, () => {
		assert.equal(show(edits[edit](field(before))), after);
	});
}

const asItIs = (text: string) => text;

test("what is typed goes where the caret is, as far as there is room", () => {
	assert.equal(show(typeInto(field("a|c"), "b", asItIs, 10)), "ab|c");
	assert.equal(show(typeInto(field("a|c"), "bbbb", asItIs, 4)), "abb|c");
	assert.equal(show(typeInto(field("abc|"), "d", asItIs, 3)), "abc|");
});

test("a character that there is no room for is left out whole", () => {
	assert.equal(show(typeInto(field("a|"), "🎓🎓", asItIs, 4)), "a🎓|");
	assert.equal(show(typeInto(field("a|c"), "x🇨🇳", asItIs, 5)), "ax|c");
});

test("what is typed joins what is before the caret", () => {
	assert.equal(show(typeInto(field("cafe|s"), "\u0301", (text) => text.normalize(), 10)), "café|s");
});
