import assert from "node:assert/strict";
import { test } from "node:test";
import stringWidth from "string-width";
import { plainStyle } from "../../source/print/plain-style.ts";
import { printText } from "../../source/print/text.ts";
import { loadDocument } from "../../source/resume/load.ts";
import { createContent } from "../../source/ui/content.ts";
import { lineText } from "../../source/ui/frame/line.ts";

const documents = {
	Chinese: {
		basics: { name: "陈立", summary: "热爱开源（Open Source），相信“简单”胜于复杂；十年经验。" },
		work: [
			{
				name: "清华大学自然语言处理实验室（THUNLP），北京",
				position: "研究助理（全职）：参数高效微调、预训练模型",
				summary: "使用PyTorch和TypeScript开发了《参数高效微调》工具包，“性能”提升50%。",
				highlights: ["参与OpenDelta（开源框架）的研发，测试新模型；把更多基于Transformer的模型适配进来。"],
			},
		],
	},
	Japanese: {
		basics: { name: "山田太郎", summary: "東京大学大学院にて「自然言語処理」の研究に従事。" },
		work: [
			{
				name: "ニューラルネットワーク研究所（株）、データチーム",
				position: "リサーチャー（正社員）・ソフトウェアエンジニア",
				highlights: ["ニューラルネットワークによる機械翻訳システムを開発した（国際会議で発表）。GitHubで公開中！"],
			},
		],
	},
};

const noStart = /^[、。，．・：；？！）〕》〉」』】”ー々っゃゅょッャュョ,.:;?!)%]/u;
const noEnd = /[（〔《〈「『【“(]$/u;

for (const [language, document] of Object.entries(documents)) {
	test(`${language} lines are broken as in print, on the screen and in printed text, at 24 to 40 columns`, async () => {
		const { resume } = await loadDocument(document, "the document");
		const content = createContent(resume);
		for (let columns = 24; columns <= 40; columns++) {
			const printed = printText(resume, {}, { width: columns, isAscii: false, style: plainStyle }).split("\n");
			const shown = content.resume.sections.flatMap(({ entries }) =>
				entries.flatMap((entry) => content.lines(entry, { columns }).map(lineText)),
			);
			for (const line of [...printed, ...shown]) {
				const text = line.replace(/^\s*(?:[•–▪◦] )?/, "").trimEnd();
				assert.ok(stringWidth(line) <= columns, `${columns}: ${line}`);
				assert.ok(!noStart.test(text) && !noEnd.test(text), `${columns}: ${line}`);
			}
			for (const word of ["PyTorch", "TypeScript", "OpenDelta", "GitHub"]) {
				const isThere = JSON.stringify(document).includes(word);
				assert.equal(
					printed.some((line) => line.includes(word)),
					isThere,
					word,
				);
				assert.equal(
					shown.some((line) => line.includes(word)),
					isThere,
					word,
				);
			}
		}
	});
}
