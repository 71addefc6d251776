import assert from "node:assert/strict";
import test from "node:test";
import { lineText } from "../../../source/ui/frame/line.ts";
import { personLines } from "../../../source/ui/frame/person-lines.ts";
import { loadSample } from "../../helpers/sample.ts";

const { person } = (await loadSample()).resume;
const lines = (columns: number, rows: number) =>
	personLines(person, columns, rows).map((line) => lineText(line).trimEnd());

test("Name and role are beside each other, the place at the right, the contacts below", () => {
	assert.deepEqual(lines(76, 4), [
		"Zhen Zhang · BS in Mathematics and Physics   Tsinghua University, P.R. China",
		"zhen-zha19@mails.tsinghua.edu.cn · +8618630824731",
	]);
});

test("Where they don't fit, each has a line, and what matters least goes first", () => {
	assert.deepEqual(lines(38, 5), [
		"Zhen Zhang",
		"BS in Mathematics and Physics",
		"zhen-zha19@mails.tsinghua.edu.cn",
		"Tsinghua University, P.R. China",
		"+8618630824731",
	]);
	assert.deepEqual(lines(38, 3), ["Zhen Zhang", "BS in Mathematics and Physics", "zhen-zha19@mails.tsinghua.edu.cn"]);
	assert.deepEqual(lines(38, 2), ["Zhen Zhang", "zhen-zha19@mails.tsinghua.edu.cn"]);
	assert.deepEqual(lines(8, 1), ["Zhen Zh…"]);
});
