import assert from "node:assert/strict";
import { test } from "node:test";
import { type Command, commands, commandsFor, dashed, definitionOf, flagNames } from "../../source/call/flags.ts";
import { flagsByGroup, helpText } from "../../source/call/help.ts";
import { parseCall } from "../../source/call/parse.ts";

const optionsIn = (text: string) => [...new Set(text.match(/--[a-z][a-z-]+/g))].map((option) => option.slice(2));

test("a visitor's help names what they may type, and nothing else", async () => {
	for (const command of ["show", ...commandsFor("visitor")] as Command[]) {
		const text = helpText(command, "resume", "visitor");
		assert.match(text, /^Examples$/m);
		assert.ok(text.startsWith(`ssh HOST ${commands[command].usage}\n`));
		for (const option of optionsIn(text).filter((name) => name !== "no-color")) {
			const name = flagNames.find((each) => dashed(each) === option)!;
			const { type, choices, also } = definitionOf(name);
			const argv = [`--${option}`, ...(type === "boolean" ? [] : [choices?.[0] ?? String(also)])];
			await parseCall(command === "show" ? argv : [command, ...argv], "visitor");
		}
	}

	const text = helpText("show", "resume", "visitor");
	for (const barred of ["serve", "validate", "init", "--output", "--resume", "--hide", "--watch", "FILE", "pdf"]) {
		assert.ok(!text.includes(barred), barred);
	}

	assert.ok(text.includes("--format") && text.includes("card"));
});

test("the owner's help names every command, and of each its options", () => {
	for (const command of Object.keys(commands) as Command[]) {
		assert.ok(helpText("show", "resume").includes(commands[command].usage), command);
		const expected = flagNames.filter((name) => definitionOf(name).commands.includes(command)).map(dashed);
		const named = optionsIn(helpText(command, "resume"));
		assert.deepEqual(
			expected.filter((name) => !named.includes(name)),
			[],
			command,
		);
	}
});

test("an option that means something else to a command says so in its help", () => {
	assert.match(helpText("export", "resume"), /^ {6}--force +write into DIR /m);
	assert.match(helpText("init", "resume"), /^ {6}--force +overwrite FILE /m);
	assert.match(helpText("new", "resume"), /^ {2}-r, --resume FILE +make the card from /m);
});

test("no line of a help is wider than 80 columns, and every option is under a heading", () => {
	for (const command of Object.keys(commands) as Command[]) {
		for (const line of helpText(command, "a-rather-long-name").split("\n")) {
			assert.ok(line.length <= 80, line);
		}

		const named = flagsByGroup(command, "owner").flatMap(([, names]) => names);
		assert.deepEqual(
			named.toSorted(),
			flagNames.filter((name) => definitionOf(name).commands.includes(command)).toSorted(),
		);
	}
});

test("the examples of the help are calls that are understood", async () => {
	for (const { examples } of Object.values(commands)) {
		for (const [words] of examples) {
			await parseCall(words.split(" "));
		}
	}
});
