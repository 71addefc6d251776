import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import stringWidth from "string-width";
import { wrapWide } from "../../source/text/line-breaking.ts";

const chinese =
	"负责公司核心业务系统的设计与开发（包括后端服务、数据库、缓存），使用TypeScript和PostgreSQL重构了订单模块，“性能”提升50%。参与《软件工程》课程的编写！";
const japanese =
	"東京大学大学院にて「自然言語処理」の研究に従事し、ニューラルネットワークによる機械翻訳システムを開発した（国際会議で発表）。データセットはGitHubで公開している。";
const korean = "서울대학교에서 컴퓨터공학을 전공했으며, React를 사용한 웹 서비스를 개발하고 운영했습니다.";

/** What no line begins with, and what none ends with (JIS X 4051, GB/T 15834). */
const noStart =
	/^[、。，．・：；？！）〕］｝〉》」』】〙〗”’…ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.:;?!)\]}%‰℃]/u;
const noEnd = /[（〔［｛〈《「『【〘〖“‘([{＄￥$]$/u;

for (const [name, text] of [
	["Chinese", chinese],
	["Japanese", japanese],
] as const) {
	test(`${name} is broken as it is set in print, from 10 columns on`, () => {
		for (let columns = 10; columns <= 80; columns++) {
			const lines = wrapWide(text, columns);
			assert.equal(lines.join(""), text);
			for (const [index, line] of lines.entries()) {
				assert.ok(stringWidth(line) <= columns, line);
				assert.doesNotMatch(line, noEnd, `${columns}: ${line}`);
				assert.ok(index === 0 || !noStart.test(line), `${columns}: ${line}`);
				// A line is filled as far as what follows lets it be.
				assert.ok(index === lines.length - 1 || stringWidth(line) > columns - 14, `${columns}: ${line}`);
			}
			for (const word of columns >= 12 ? (text.match(/[A-Za-z]+/g) ?? []) : []) {
				assert.ok(
					lines.some((line) => line.includes(word)),
					`${columns}: ${word}`,
				);
			}
		}
	});
}

test("lines are as long as they can be", () => {
	assert.deepEqual(wrapWide("使用TypeScript开发。", 10), ["使用", "TypeScript", "开发。"]);
	assert.deepEqual(wrapWide("我喜欢烹饪。", 10), ["我喜欢烹", "饪。"]);
	assert.deepEqual(wrapWide("我喜欢（烹饪）。", 8), ["我喜欢", "（烹", "饪）。"]);
	assert.deepEqual(wrapWide("データベース", 6), ["データ", "ベース"]);
});

test("Korean words stay whole, with their particles", () => {
	for (let columns = 14; columns <= 60; columns++) {
		const lines = wrapWide(korean, columns);
		assert.equal(lines.join(" "), korean);
		assert.ok(lines.every((line) => stringWidth(line) <= columns));
	}
});

test("Latin words among wide ones are broken at spaces alone", () => {
	assert.deepEqual(wrapWide("见 well-known/and-so-on 项目", 22), ["见", "well-known/and-so-on", "项目"]);
	assert.deepEqual(wrapWide("见 well-known/and-so-on 项目", 24), ["见 well-known/and-so-on", "项目"]);
});

test("what is longer than a line is cut between characters as they are seen", () => {
	assert.deepEqual(wrapWide("ééééé 汉", 2), ["éé", "éé", "é", "汉"]);
	assert.deepEqual(wrapWide("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 4), ["👩‍👩‍👧👩‍👩‍👧", "👩‍👩‍👧"]);
});

test("any text keeps all but white space, and no line is wider than it may be", () => {
	const any = fc.oneof(
		fc.string({ unit: "grapheme" }),
		fc.string({ unit: fc.constantFrom(..."汉字かナ。（）「」、ab -/한글é …") }),
	);
	fc.assert(
		fc.property(any, fc.integer({ min: 2, max: 40 }), (words, columns) => {
			const text = words.replace(/\s+/gu, " ").trim();
			const lines = wrapWide(text, columns);
			assert.equal(lines.join("").replace(/\s/gu, ""), text.replace(/\s/gu, ""));
			assert.ok(
				lines.every((line) => stringWidth(line) <= columns || [...new Intl.Segmenter().segment(line)].length === 1),
			);
			assert.ok(lines.every((line) => line === line.trim()));
		}),
	);
});
