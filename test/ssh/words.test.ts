import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import fc from "fast-check";
import { parseCall } from "../../source/call/parse.ts";
import { nothingAsked } from "../../source/ssh/answer.ts";
import { splitWords } from "../../source/ssh/words.ts";

test("a command line is cut as a shell cuts it", () => {
	const cases: Array<[string, string[]]> = [
		["", []],
		["  ", []],
		["research 2", ["research", "2"]],
		["\tcard\n", ["card"]],
		[`section 'two words' "and three more"`, ["section", "two words", "and three more"]],
		[`a'b c'"d e"f`, ["ab cd ef"]],
		[`''`, [""]],
		[`a\\ b "c\\"d" 'e\\f'`, ["a b", 'c"d', "e\\f"]],
		[`"open end`, ["open end"]],
		["end\\", ["end\\"]],
		["card; rm -rf / | $(x) `y` > z &", ["card;", "rm", "-rf", "/", "|", "$(x)", "`y`", ">", "z", "&"]],
	];
	for (const [line, words] of cases) {
		assert.deepEqual(splitWords(line), words, line);
	}
});

test("what is quoted comes out as it was", () => {
	const quote = (word: string) => `'${word.replaceAll("'", "'\\''")}'`;
	fc.assert(
		fc.property(fc.array(fc.string({ unit: "grapheme" })), (words) => {
			assert.deepEqual(splitWords(words.map(quote).join(" ")), words);
		}),
	);
});

test("a real shell cuts quotes the same way", () => {
	const line = `one 'two three' "four five" six\\ seven e"i"g'h't ''`;
	const said = execFileSync("sh", ["-c", `printf '%s\\n' ${line}`], { encoding: "utf8" });
	assert.deepEqual(splitWords(line), said.split("\n").slice(0, -1));
});

test("an empty command is read as no words are", async () => {
	assert.deepEqual(nothingAsked, await parseCall([], "visitor"));
});
