import assert from "node:assert/strict";
import { test } from "node:test";
import type { NameParts } from "../../source/resume/model.ts";
import { readName } from "../../source/resume/name.ts";
import { nameMatcher } from "../../source/resume/own-name.ts";

const names: [name: string, parts: NameParts | undefined][] = [
	["Ada Stern", { given: "Ada", family: "Stern" }],
	["Stern, Ada", { given: "Ada", family: "Stern" }],
	["Lin, Sumiko", { given: "Sumiko", family: "Lin" }],
	["Ada Stern, PhD", { given: "Ada", family: "Stern", suffix: "PhD" }],
	["Dr. Ada M. Stern", { prefix: "Dr.", given: "Ada M.", family: "Stern" }],
	["Martin Luther King Jr.", { given: "Martin Luther", family: "King", suffix: "Jr." }],
	["Ludwig van Beethoven", { given: "Ludwig", family: "van Beethoven" }],
	["María de la Cruz", { given: "María", family: "de la Cruz" }],
	["Quoc V. Le", { given: "Quoc V.", family: "Le" }],
	["Jack Ma", { given: "Jack", family: "Ma" }],
	["山田 太郎", { given: "太郎", family: "山田" }],
	["김 철수", { given: "철수", family: "김" }],
	["Иванов Иван Петрович", { given: "Иван", additional: "Петрович", family: "Иванов" }],
	["Ada M. Z. Stern", { given: "Ada M. Z.", family: "Stern" }],
	["J. R. R. Tolkien", { given: "J. R. R.", family: "Tolkien" }],
	["F. Scott Fitzgerald", { given: "F. Scott", family: "Fitzgerald" }],
	["Juan Carlos de la Cruz", { given: "Juan Carlos", family: "de la Cruz" }],
	["Ada STERN", { given: "Ada", family: "STERN" }],
	["STERN Ada Maria", { given: "Ada Maria", family: "STERN" }],
	["Ada Stern, PMP", { given: "Ada", family: "Stern", suffix: "PMP" }],
	["Doe, Jane, Jr.", { given: "Jane", family: "Doe", suffix: "Jr." }],
	["Sumiko Lin (林澄子)", { given: "Sumiko", family: "Lin" }],
	["Ada Stern (she/her)", { given: "Ada", family: "Stern" }],
	['Robert "Bob" Smith', { given: "Robert", family: "Smith" }],
	["Dr. Ada Stern (née Berg), PhD", { prefix: "Dr.", given: "Ada", family: "Stern", suffix: "PhD" }],
	["Nguyễn Văn An", undefined],
	["Trần Thị Mai", undefined],
	["Nguyen An", undefined],
	["An Nguyen", { given: "An", family: "Nguyen" }],
	["María José García López", undefined],
	["Gabriel García Márquez", undefined],
	["João Silva Santos", undefined],
	["María del Carmen García López", undefined],
	["Mary Ann Smith", undefined],
	["JRR Tolkien Smith", undefined],
	["林澄子", undefined],
	["林澄子 (Sumiko Lin)", undefined],
	["Madonna", undefined],
	["张真 Zhang", undefined],
	["Stern, Ada, Zoe", undefined],
	["", undefined],
];

for (const [name, parts] of names) {
	test(`"${name}" has ${parts === undefined ? "no sure parts" : "its parts"}`, () => {
		assert.deepEqual(readName(name), parts);
	});
}

test("a name of two Latin words is sure in no language that may have the family's first", () => {
	for (const language of ["zh-Hans", "ja", "ko"]) {
		assert.equal(readName("Chen Wei", language), undefined);
		assert.deepEqual(readName("CHEN Wei", language), { given: "Wei", family: "CHEN" });
		assert.deepEqual(readName("Chen, Wei", language), { given: "Wei", family: "Chen" });
		assert.deepEqual(readName("Ludwig van Beethoven", language), { given: "Ludwig", family: "van Beethoven" });
		assert.deepEqual(readName("陈 伟", language), { given: "伟", family: "陈" });
	}

	assert.deepEqual(readName("Chen Wei", "de"), { given: "Chen", family: "Wei" });
});

const own: [name: string, written: string[], others: string[]][] = [
	[
		"Ada Stern",
		[
			"Ada Stern",
			"ADA STERN",
			"A. Stern",
			"A Stern",
			"Stern, Ada",
			"Stern, A.",
			"Stern A",
			"Stern Ada",
			"Ada M. Stern",
			"Dr. Ada Stern",
		],
		[
			"Bo Stern",
			"B. Stern",
			"Ada Sterne",
			"Ada",
			"Stern",
			"Adam Stern",
			"Ada Bo Stern",
			"Stern and Sons",
			"A. B. Stern",
		],
	],
	[
		"Jürgen K. Müller",
		["J. Müller", "Jurgen Muller", "J. K. Müller", "Müller JK", "Müller, Jürgen"],
		["K. Müller", "J. P. Müller"],
	],
	["Zhen Zhang", ["Zhang Zhen", "Z. Zhang", "Zhang, Z."], ["Zheng Zhang", "Y. Zhang", "Zhen Zhao"]],
	["林澄子 (Sumiko Lin)", ["林澄子", "Sumiko Lin", "S. Lin", "Lin, Sumiko", "林 澄子"], ["林", "澄子", "Lin"]],
	["张真 Zhen Zhang", ["张真", "Zhen Zhang", "Z. Zhang"], ["张三"]],
	["山田 太郎", ["山田太郎", "山田 太郎"], ["山田 花子"]],
	["Mary Ann Smith", ["Mary Ann Smith", "M. A. Smith", "Smith, Mary Ann", "Smith M"], ["Mary Ann Smythe"]],
	["Ada Stern (she/her)", ["Ada Stern", "A. Stern", "Stern, Ada"], ["Bo Stern"]],
	["Ludwig van Beethoven", ["L. van Beethoven", "van Beethoven, L."], ["L. Beethoven"]],
];

for (const [name, written, others] of own) {
	test(`${name} is known in every form of the name, and nobody else is taken for them`, () => {
		const isOwner = nameMatcher(name);
		assert.deepEqual(
			written.filter((author) => !isOwner(author)),
			[],
		);
		assert.deepEqual(others.filter(isOwner), []);
	});
}
