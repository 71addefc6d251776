import assert from "node:assert/strict";
import { test } from "node:test";
import { type FormAction, isAnswered, newForm, type Question, reduceForm } from "../../source/new/prompts/form.ts";

const questions: Question[] = [
	{ kind: "text", key: "name", label: "Name", hint: "", isOptional: false },
	{
		kind: "text",
		key: "mail",
		label: "Mail",
		hint: "",
		isOptional: true,
		problem: (text) => (text.includes("@") ? undefined : "not a mail address"),
	},
	{
		kind: "choice",
		key: "license",
		label: "Licence",
		hint: "",
		choices: [
			{ value: "none", label: "None" },
			{ value: "MIT", label: "MIT" },
		],
	},
];

const after = (...actions: FormAction[]) => actions.reduce(reduceForm, newForm(questions));
const type = (text: string): FormAction => ({ type: "type", text });
const answer: FormAction = { type: "answer" };

test("a form ends when each question is answered, and gives the answers by key", () => {
	const form = after(type(" Ada "), type("Stern "), answer, answer, { type: "move", by: 5 }, answer);
	assert.ok(isAnswered(form));
	assert.deepEqual(form.answers, { name: "Ada Stern", mail: "", license: "MIT" });
	assert.equal(reduceForm(form, type("more")), form);
});

test("an answer that isn't one is refused, with the reason, and what was typed stays", () => {
	assert.deepEqual([after(answer).index, after(answer).problem], [0, "this can't be empty"]);
	const wrong = after(type("Ada"), answer, type("ada"), answer);
	assert.deepEqual([wrong.index, wrong.text, wrong.problem], [1, "ada", "not a mail address"]);
	assert.equal(reduceForm(wrong, type("@b.c")).problem, undefined);
});

test("one goes back to what was answered, and mends it", () => {
	const back = after(type("Ada"), answer, type("x@y.z"), { type: "back" });
	assert.deepEqual([back.index, back.text], [0, "Ada"]);
	assert.equal(reduceForm(back, { type: "back" }), back);
	const mended = [{ type: "clear" } as const, type("Bea👩🏽‍🔬"), { type: "erase" } as const, answer].reduce(
		reduceForm,
		back,
	);
	assert.equal(mended.answers.name, "Bea");
});
