import assert from "node:assert/strict";
import { test } from "node:test";
import { splitNames } from "../../../source/resume/normalise/authors.ts";

const table: [text: string, names: string[]][] = [
	["Ann Lee, Bob Ray and Cy Fox", ["Ann Lee", "Bob Ray", "Cy Fox"]],
	["Ann Lee, Bob Ray, & Cy Fox", ["Ann Lee", "Bob Ray", "Cy Fox"]],
	["Doe, J., Roe, R. & Poe, E.", ["Doe, J.", "Roe, R.", "Poe, E."]],
	["Doe, J. A., Roe, R.", ["Doe, J. A.", "Roe, R."]],
	["Doe, Jane and Roe, Rick", ["Doe, Jane", "Roe, Rick"]],
	["Doe, Jane; Roe, Rick", ["Doe, Jane", "Roe, Rick"]],
	["Müller, Jürgen", ["Müller, Jürgen"]],
	["van Doe, Jane", ["van Doe, Jane"]],
	["Ann Lee et al.", ["Ann Lee", "et al."]],
	["Ann Lee, Bob Ray, et al", ["Ann Lee", "Bob Ray", "et al."]],
	["Lee, A. and others", ["Lee, A.", "et al."]],
	["et al.", ["et al."]],
	["others", ["et al."]],
	["张三、李四，王五", ["张三", "李四", "王五"]],
	["张三, 李四", ["张三", "李四"]],
	["张三等", ["张三", "et al."]],
	["Martin King, Jr., Ann Lee", ["Martin King, Jr.", "Ann Lee"]],
	["Ada Stern, PhD", ["Ada Stern, PhD"]],
	["Lennon, McCartney, Harrison", ["Lennon", "McCartney", "Harrison"]],
	["Doe, Jane, Jr.", ["Doe, Jane, Jr."]],
	["Doe, Jr., Jane", ["Doe, Jr., Jane"]],
	["Doe, J., Jr.", ["Doe, J., Jr."]],
	["Doe, Jane, Jr. and Roe, Rick, III", ["Doe, Jane, Jr.", "Roe, Rick, III"]],
	["Jane Doe, Rick Roe, Jr.", ["Jane Doe", "Rick Roe, Jr."]],
	["Ann Lee¹,², Bob Ray²", ["Ann Lee¹,²", "Bob Ray²"]],
	["Ann Lee†, Bob Ray*,‡", ["Ann Lee†", "Bob Ray*,‡"]],
	["A. Stern*, B. Roe*", ["A. Stern*", "B. Roe*"]],
	["Anderson", ["Anderson"]],
	["", []],
];

for (const [text, names] of table) {
	test(`"${text}" is ${names.length} authors`, () => {
		assert.deepEqual(splitNames(text), names);
	});
}
