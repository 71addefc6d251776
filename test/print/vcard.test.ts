import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseVCards } from "vcard4-ts";
import { printVcard } from "../../source/print/vcard.ts";
import { anyResume, embedded, sample } from "./sample.ts";

function read(text: string) {
	const { vCards = [], nags } = parseVCards(text);
	assert.equal(nags, undefined, JSON.stringify(nags));
	assert.equal(vCards.length, 1);
	const card = vCards[0]!;
	// It would have commas escaped in addresses too, where RFC 6350 §3.4 has them in texts alone.
	const complaints = (card.nags ?? []).filter(
		({ key, attributes }) => !(key === "VALUE_UNESCAPED_COMMA" && attributes?.property === "URL"),
	);
	assert.deepEqual(complaints, []);
	assert.equal(card.hasErrors, false);
	return card;
}

test("a parser reads the embedded person back", () => {
	const { person } = embedded.resume;
	const card = read(printVcard(person));
	assert.equal(card.VERSION.value, "4.0");
	assert.equal(card.FN[0].value, person.name);
	assert.equal(`${card.N?.value.givenNames} ${card.N?.value.familyNames}`, person.name);
	assert.equal(card.TITLE?.[0].value, person.role);
	assert.equal(card.ADR?.[0].value.streetAddress?.[0], person.place);
	const texts = [card.EMAIL?.[0].value, card.TEL?.[0].value?.replace("tel:", "")];
	assert.deepEqual(
		texts,
		person.contacts.map(({ text }) => text),
	);
});

test("the sample is folded and escaped as it stands here", () => {
	const person = {
		...sample.person,
		place: "a;b,c\\d",
		summary: ["一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十", "x"],
	};
	assert.equal(
		printVcard(person),
		[
			"BEGIN:VCARD",
			"VERSION:4.0",
			"FN:Ada Example",
			"N:Example;Ada;;;",
			"TITLE:Maker of *things* & 东西",
			"ADR:;;a\\;b\\,c\\\\d;;;;",
			"EMAIL:ada@example.org",
			"TEL;VALUE=uri:tel:+41220000000",
			"URL:https://ada.example/",
			"NOTE:一二三四五六七八九十一二三四五六七八九十一二三",
			" 四五六七八九十\\nx",
			"END:VCARD",
			"",
		].join("\r\n"),
	);
});

test("any person is read back whole, no line longer than 75 octets", () => {
	fc.assert(
		fc.property(anyResume, fc.boolean(), ({ person }, isShort) => {
			const text = printVcard(person, isShort);
			for (const line of text.split("\r\n")) {
				assert.ok(Buffer.byteLength(line) <= 75);
				assert.doesNotMatch(line, /[\r\n\uFFFD]/);
			}

			const card = read(text);
			assert.equal(card.FN[0].value, person.name);
			assert.equal(card.TITLE?.[0].value, isShort ? undefined : person.role);
			assert.equal(
				card.NOTE?.[0].value,
				isShort || person.summary.length === 0 ? undefined : person.summary.join("\n"),
			);
			const mails = person.contacts.filter(({ kind }) => kind === "mail").map((mail) => mail.text);
			assert.deepEqual(card.EMAIL?.map((mail) => mail.value) ?? [], mails);
		}),
		{ numRuns: 300 },
	);
});
