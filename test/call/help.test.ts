import assert from "node:assert/strict";
import { test } from "node:test";
import { type Command, commands, commandsFor, dashed, definitionOf, flagNames } from "../../source/call/flags.ts";
import { helpText } from "../../source/call/help.ts";
import { parseCall } from "../../source/call/parse.ts";

const optionsIn = (text: string) => [...new Set(text.match(/--[a-z][a-z-]+/g))].map((option) => option.slice(2));

test("a visitor's help names what they may type, and nothing else", async () => {
	for (const command of ["show", ...commandsFor("visitor")] as Command[]) {
		const text = helpText(command, "resume", "visitor");
		assert.ok(text.startsWith(`ssh HOST ${commands[command].usage}\n`));
		for (const option of optionsIn(text).filter((name) => name !== "no-color")) {
			const name = flagNames.find((each) => dashed(each) === option)!;
			const { type, choices, also } = definitionOf(name);
			const argv = [`--${option}`, ...(type === "boolean" ? [] : [choices?.[0] ?? String(also)])];
			await parseCall(command === "show" ? argv : [command, ...argv], "visitor");
		}
	}

	const text = helpText("show", "resume", "visitor");
	for (const barred of ["serve", "validate", "init", "--output", "--resume", "--hide", "--watch", "FILE"]) {
		assert.ok(!text.includes(barred), barred);
	}

	assert.ok(text.includes("--format") && text.includes("card"));
});

test("the owner's help names every command, and of each its options", () => {
	for (const command of Object.keys(commands) as Command[]) {
		assert.ok(helpText("show", "resume").includes(commands[command].usage), command);
		const expected = flagNames.filter((name) => definitionOf(name).commands.includes(command)).map(dashed);
		const named = optionsIn(helpText(command, "resume").split("Options")[1]!).filter((name) => name !== "no-color");
		assert.deepEqual(
			expected.filter((name) => !named.includes(name)),
			[],
			command,
		);
	}
});
