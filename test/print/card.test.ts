import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import stringWidth from "string-width";
import { parseVCards } from "vcard4-ts";
import { type CardOptions, cardGap, cardLines } from "../../source/print/card.ts";
import { plainStyle } from "../../source/print/plain-style.ts";
import { printCard } from "../../source/print/print-card.ts";
import { colouredStyle } from "../../source/print/style.ts";
import { printVcard } from "../../source/print/vcard.ts";
import { wrap } from "../../source/print/width.ts";
import { decodeScreen, decodeText } from "../helpers/qr.ts";
import { anyResume, embedded, sample } from "./sample.ts";

const { resume } = embedded;
const roomy: CardOptions = { columns: 0, rows: Infinity, comeBack: "npx it", isInkDark: true, isAscii: false };
/** What most phones read. */
const code = { version: "3.0", isForCode: true } as const;
const nameIn = (vcard: string | undefined) => parseVCards(vcard ?? "").vCards?.[0]?.FN[0].value;

test("with room the code is the whole vCard", () => {
	for (const each of [resume, sample]) {
		const card = cardLines(each, roomy);
		assert.equal(card.isBeside, true);
		assert.equal(decodeText(card.qr, { isInkDark: true }), printVcard(each, code));
	}

	assert.equal(
		decodeText(cardLines(resume, { ...roomy, isAscii: true }).qr, { isInkDark: true }),
		printVcard(resume, code),
	);
});

test("the text has name, role, place, mail, link and the way back", () => {
	const { person, sections } = resume;
	const link = sections.flatMap(({ entries }) => entries.flatMap(({ links }) => links))[0];
	assert.deepEqual(cardLines(resume, roomy).text, [
		person.name,
		person.role,
		person.place,
		"",
		person.contacts.find(({ kind }) => kind === "mail")?.text,
		"",
		...wrap(link!.label, 42),
		link!.url,
		"",
		"npx it",
		"",
		"Scan to save the whole contact.",
	]);
});

test("the page's address is below the command, and in the code, unless it's a way to reach the person already", () => {
	const page = "https://cv.example/";
	const card = cardLines({ ...resume, person: { ...resume.person, page } }, roomy);
	assert.equal(card.text[card.text.indexOf("npx it") + 1], page);
	assert.match(decodeText(card.qr, { isInkDark: true })!, /^URL:https:\/\/cv\.example\/\r$/m);
	const own = sample.person.contacts.find(({ kind }) => kind === "web")!.href;
	const again = cardLines({ ...sample, person: { ...sample.person, page: own } }, roomy);
	assert.equal(again.text.filter((line) => line === own).length, 1);
	assert.equal(decodeText(again.qr, { isInkDark: true })!.match(/^URL:/gm)?.length, 1);
});

test("as room shrinks, the code says less, then goes; it never overflows", () => {
	const seen: string[] = [];
	for (const [columns, rows] of [
		[100, 40],
		[80, 45],
		[80, 23],
		[80, 20],
		[60, 18],
		[40, 30],
		[38, 20],
		[36, 16],
		[20, 6],
	] as const) {
		const { qr, text, isBeside, caption } = cardLines(resume, { ...roomy, columns, rows });
		const width = (qr[0]?.length ?? 0) + (isBeside ? Math.max(...text.map((line) => stringWidth(line))) + cardGap : 0);
		assert.ok(width <= columns, `${columns}x${rows}`);
		const height = isBeside ? qr.length : qr.length + 1 + (caption === undefined ? text.length : 0);
		assert.ok(qr.length === 0 || height <= rows, `${columns}x${rows}`);
		const read = qr.length === 0 ? "nothing" : decodeText(qr, { isInkDark: true });
		seen.push(
			read?.startsWith("BEGIN:VCARD") ? (read.includes("TITLE") ? "vCard" : "short vCard") : (read ?? "unread"),
		);
	}

	const mail = resume.person.contacts.find(({ kind }) => kind === "mail")?.href;
	assert.deepEqual(seen, ["vCard", "vCard", "short vCard", mail, mail, mail, mail, "nothing", "nothing"]);
});

test("dark modules are dark on dark and on light backgrounds where there are colours", async () => {
	const card = printCard(resume, roomy, colouredStyle());
	for (const background of ["#000000", "#ffffff", "#fdf6e3", "#1e1e2e"]) {
		const read = await decodeScreen(card, { background, foreground: background < "#888888" ? "#dddddd" : "#222222" });
		assert.equal(nameIn(read), resume.person.name, background);
	}
});

test("without colours it is drawn for the background that is known, and for a dark one where none is", async () => {
	const dark = { background: "#000000", foreground: "#ffffff" };
	const light = { background: "#ffffff", foreground: "#000000" };
	for (const isAscii of [false, true]) {
		const inkIsLight = printCard(resume, { ...roomy, isAscii, isInkDark: false }, plainStyle);
		const inkIsDark = printCard(resume, { ...roomy, isAscii, isInkDark: true }, plainStyle);
		assert.equal(nameIn(await decodeScreen(inkIsLight, dark)), resume.person.name);
		assert.equal(nameIn(await decodeScreen(inkIsDark, light)), resume.person.name);
	}
});

test("a card of any résumé fits and is read back", () => {
	let read = 0;
	fc.assert(
		fc.property(
			anyResume,
			fc.integer({ min: 20, max: 200 }),
			fc.integer({ min: 6, max: 100 }),
			(each, columns, rows) => {
				const { qr, text, isBeside } = cardLines(each, { ...roomy, columns, rows });
				const textWidth = Math.max(...text.map((line) => stringWidth(line)));
				for (const line of qr) {
					assert.ok(line.length + (isBeside ? textWidth + cardGap : 0) <= columns);
				}

				if (qr.length > 0) {
					read++;
					assert.ok(decodeText(qr, { isInkDark: true }) !== undefined);
				}
			},
		),
		{ numRuns: 60, interruptAfterTimeLimit: 60_000 },
	);
	assert.ok(read > 10);
});

test("the decoder of these tests refuses a code whose polarity is wrong", () => {
	const { qr } = cardLines(resume, roomy);
	assert.equal(decodeText(qr, { isInkDark: false }), undefined);
});

test("a contact without a mail address is whole in the code, or not there", () => {
	const contacts = resume.person.contacts.filter(({ kind }) => kind !== "mail");
	const each = { ...resume, person: { ...resume.person, contacts } };
	assert.equal(decodeText(cardLines(each, roomy).qr, { isInkDark: true }), printVcard(each, code));
	for (let rows = 6; rows < 40; rows++) {
		const { qr, text, caption = text.at(-1) } = cardLines(each, { ...roomy, columns: 60, rows });
		assert.equal(caption, each.words.card[qr.length === 0 ? "tooSmall" : "contact"], `${rows} rows`);
	}
});
