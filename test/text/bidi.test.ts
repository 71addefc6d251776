import assert from "node:assert/strict";
import { test } from "node:test";
import bidiFactory, { type Bidi } from "bidi-js";
import stringWidth from "string-width";
import { plainStyle } from "../../source/print/plain-style.ts";
import { printText } from "../../source/print/text.ts";
import { loadDocument } from "../../source/resume/load.ts";
import { keepColumns } from "../../source/text/bidi.ts";
import { createContent } from "../../source/ui/content.ts";
import { frameOf, frameRows } from "../../source/ui/frame/frame.ts";
import { lineText } from "../../source/ui/frame/line.ts";
import type { Verb } from "../../source/ui/state/keymap.ts";
import { initialState } from "../../source/ui/state/state.ts";
import { after } from "../helpers/resumes.ts";

/** The Unicode Bidirectional Algorithm, as terminals with it do it to a row. */
const bidi = (bidiFactory as unknown as () => Bidi)();

/** What is between two gaps of a row, and where. */
const cellsOf = (row: string) =>
	[...row.matchAll(/(?:(?! {2,}|│)[\s\S])+/g)].map(({ 0: text, index }) => ({ text, index }));

/** Fails if the algorithm moves a character out of the cell that it is written in. */
function assertStays(row: string, direction: "ltr" | "auto"): void {
	const levels = bidi.getEmbeddingLevels(row, direction);
	const places = bidi.getReorderedIndices(row, levels);
	const columnOf = (place: number) =>
		stringWidth(
			places
				.slice(0, place)
				.map((index) => row[index])
				.join(""),
		);
	for (const { text, index } of cellsOf(row)) {
		const shown = places.flatMap((from, place) => (from >= index && from < index + text.length ? [place] : []));
		const start = stringWidth(row.slice(0, index));
		assert.equal(columnOf(shown[0]!), start, `${direction}: ${JSON.stringify(row)}: ${text}`);
		assert.equal(shown.at(-1)! - shown[0]! + 1, text.length, `${direction}: ${JSON.stringify(row)}: ${text}`);
	}
}

const documents = {
	Hebrew: {
		basics: { name: "דנה לוי", label: "מפתחת תוכנה (בכירה)", email: "dana@example.org", summary: "אני כותבת קוד." },
		work: [
			{ name: "האוניברסיטה העברית", position: "חוקרת", startDate: "2019-03", highlights: ["פיתוח של React במעבדה."] },
			{ name: "סטארט־אפ", position: "מתכנתת", startDate: "2015-01", endDate: "2018-12" },
		],
		education: [{ institution: "הטכניון", studyType: "תואר ראשון", area: "מדעי המחשב", endDate: "2014" }],
	},
	Arabic: {
		basics: { name: "سارة محمد", label: "مهندسة برمجيات", url: "https://sara.example" },
		work: [
			{ name: "جامعة القاهرة", position: "باحثة", startDate: "2019-03", highlights: ["طورت تطبيق OpenDelta (2020)."] },
			{ name: "شركة", position: "مبرمجة", startDate: "2015-01", endDate: "2018-12" },
		],
		skills: [{ name: "البرمجة", keywords: ["TypeScript", "بايثون"] }],
	},
	Persian: {
		basics: { name: "زهرا احمدی", label: "برنامه‌نویس" },
		work: [{ name: "دانشگاه تهران", position: "پژوهشگر", startDate: "فروردین ۱۳۹۸" }],
		education: [{ institution: "شریف", studyType: "کارشناسی", area: "مهندسی برق", startDate: "2010", endDate: "2014" }],
	},
};

for (const [language, document] of Object.entries(documents)) {
	test(`the columns of a résumé in ${language} stay where they are, with bidi and without`, async () => {
		const { resume } = await loadDocument(document, "the document");
		const content = createContent(resume);
		for (const size of [
			{ columns: 100, rows: 30 },
			{ columns: 80, rows: 24 },
			{ columns: 40, rows: 12 },
		]) {
			for (const way of [
				[],
				["down"],
				["open"],
				["open", "open"],
				["timeline"],
				["links"],
				["card"],
				["search"],
			] as Verb[][]) {
				const state = after(initialState(content, { isInkDark: false }, size), ...way);
				for (const row of frameRows(frameOf(state)).map(lineText)) {
					const shown = keepColumns(row);
					assert.equal(shown.replaceAll("\u200E", ""), row);
					assert.equal(stringWidth(shown), stringWidth(row));
					assertStays(shown, "ltr");
					if (!/^\p{L}/u.test(row)) {
						assertStays(shown, "auto");
					}
				}
			}
		}

		const printed = printText(resume, {}, { width: 60, isAscii: false, style: plainStyle }).split("\n");
		for (const line of printed.filter((each) => / {3}/.test(each))) {
			assertStays(line, "ltr");
		}
	});
}

test("two columns of right-to-left text would be swapped without the marks", () => {
	const row = "  חוקרת          היום";
	assert.throws(() => assertStays(row, "ltr"));
	assertStays(keepColumns(row), "ltr");
});

test("rows without right-to-left text are left as they are", () => {
	for (const row of ["❯ Work      2 │ Über  清华", "", "\u001B[1mA\u001B[22m   b"]) {
		assert.equal(keepColumns(row), row);
	}
});
