import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { render } from "ink-testing-library";
import type { Form, Question } from "../../source/new/prompts/form.ts";
import { FormView } from "../../source/new/prompts/form-view.tsx";
import { createTheme } from "../../source/theme.ts";

const questions: Question[] = [
	{ kind: "text", key: "name", label: "Name", hint: "As it's shown.", isOptional: false },
	{
		kind: "choice",
		key: "license",
		label: "Licence",
		hint: "What others may do.",
		choices: [
			{ value: "none", label: "None" },
			{ value: "MIT", label: "MIT" },
		],
	},
];

function open(context: { after: (job: () => void) => void }, isScreenReader: boolean) {
	const ended: (Form["answers"] | undefined)[] = [];
	const { lastFrame, stdin, unmount } = render(
		<FormView
			title="A card"
			questions={questions}
			theme={createTheme({ hasColours: false })}
			isScreenReader={isScreenReader}
			onEnd={(answers) => ended.push(answers)}
		/>,
	);
	context.after(unmount);
	const seen = () => (lastFrame() ?? "").replace(/\u001B\[[\d;]*m/g, "");
	/** Presses a key, and waits for what it leads to. */
	const press = async (key: string, isDone: () => boolean) => {
		await turn();
		stdin.write(key);
		while (!isDone()) {
			await turn();
		}
	};
	return { seen, press, ended };
}

test("questions are asked one after another, below those that are answered", { timeout: 20_000 }, async (context) => {
	const { seen, press, ended } = open(context, false);
	assert.match(seen(), /A card[\s\S]*❯ Name[\s\S]*As it's shown\./);
	await press("\r", () => seen().includes("can't be empty"));
	await press("Ada Stern", () => seen().includes("Ada Stern"));
	await press("\r", () => /Name +Ada Stern\n *❯ Licence +❯ None\n +MIT/.test(seen()));
	await press("\u001B[B", () => /❯ MIT/.test(seen()));
	await press("\r", () => ended.length > 0);
	assert.deepEqual(ended, [{ name: "Ada Stern", license: "MIT" }]);
});

test("Ctrl-C cancels, with no answer", { timeout: 20_000 }, async (context) => {
	const { seen, press, ended } = open(context, false);
	await press("Ada", () => seen().includes("Ada"));
	await press("\u0003", () => ended.length > 0);
	assert.deepEqual(ended, [undefined]);
});

test("a screen reader hears the question that is asked, its place and its hint", {
	timeout: 20_000,
}, async (context) => {
	const { seen, press } = open(context, true);
	assert.match(seen(), /^A card\. Question 1 of 2: Name\.\nAs it's shown\./);
	await press("Ada", () => seen().includes("Ada"));
	await press("\r", () => seen().includes("Question 2 of 2: Licence."));
	assert.doesNotMatch(seen(), /Name/);
});
