import assert from "node:assert/strict";
import { test } from "node:test";
import { plainPhone } from "../../source/resume/person.ts";
import { phoneLink } from "../../source/resume/phone.ts";

/** A number as written, the country it is in if the résumé says so, and what dials it. */
const table: [written: string, country: string | undefined, href: string | undefined][] = [
	["+44 (0)20 7946 0958", undefined, "tel:+442079460958"],
	["+1 555 010 9999 x12", undefined, "tel:+15550109999;ext=12"],
	["+41 44 668 18 00 / +41 79 123 45 67", undefined, "tel:+41446681800"],
	["1-800-FLOWERS", undefined, undefined],
	["+8618630824731", "CN", "tel:+8618630824731"],
	["+34 (0) 612 345 678", undefined, "tel:+34612345678"],
	["+49 (0) 30 901820", undefined, "tel:+4930901820"],
	["0049 30 901820", "DE", "tel:+4930901820"],
	["0049 30 901820", undefined, "tel:+4930901820"],
	["+1 (415) 555-2671", undefined, "tel:+14155552671"],
	["(415) 555-2671", "US", "tel:+14155552671"],
	["(415) 555-2671", undefined, "tel:4155552671"],
	["(415) 555-2671", "DE", undefined],
	["(415) 555-2671", "FR", undefined],
	["(415) 555-2671", "GB", undefined],
	["(415) 555-2671", "IN", undefined],
	["(415) 555-2671", "us", "tel:+14155552671"],
	["(415) 555-2671 x12", "US", "tel:+14155552671;ext=12"],
	["(415) 555-2671", "XX", "tel:4155552671"],
	["020 7946 0958", "DE", undefined],
	["01 42 68 53 00", "DE", undefined],
	["03-1234-5678", "US", undefined],
	["186 3082 4731", "DE", undefined],
	["+1 (415) 555-2671", "DE", "tel:+14155552671"],
	["001 415 555 2671", "DE", "tel:+14155552671"],
	["98765 43210", "IN", "tel:+919876543210"],
	["11 91234-5678", "BR", "tel:+5511912345678"],
	["06 6981 2345", "IT", "tel:+390669812345"],
	["020 7946 0958", "GB", "tel:+442079460958"],
	["020 7946 0958", undefined, "tel:02079460958"],
	["+44 020 7946 0958", undefined, "tel:+442079460958"],
	["+4402079460958", undefined, "tel:+442079460958"],
	["+49 0170 1234567", undefined, "tel:+491701234567"],
	["+39 06 698 1234", undefined, "tel:+39066981234"],
	["+39 (0)6 6981 2345", undefined, "tel:+390669812345"],
	["+1 555 010 9999 ext. 12", undefined, "tel:+15550109999;ext=12"],
	["+1-212-456-7890 extension 345", undefined, "tel:+12124567890;ext=345"],
	["+33 1 42 68 53 00", undefined, "tel:+33142685300"],
	["+33 (0)1 42 68 53 00", undefined, "tel:+33142685300"],
	["01 42 68 53 00", "FR", "tel:+33142685300"],
	["+86 10 6278 2051, +86 10 6278 2052", undefined, "tel:+861062782051"],
	["+81 (0)3-1234-5678", undefined, "tel:+81312345678"],
	["03-1234-5678", "JP", "tel:+81312345678"],
	["+81 3 1234 5678", undefined, "tel:+81312345678"],
	["＋８１ ３ １２３４ ５６７８", undefined, "tel:+81312345678"],
	["+7 (495) 123-45-67", undefined, "tel:+74951234567"],
	["8 (495) 123-45-67", "RU", "tel:+74951234567"],
	["+7 495 123-45-67 доб. 12", undefined, "tel:+74951234567;ext=12"],
	["+55 (11) 91234-5678", undefined, "tel:+5511912345678"],
	["tel:+1-201-555-0123", undefined, "tel:+12015550123"],
	["Tel.: +49 89 123456", undefined, "tel:+4989123456"],
	["+91-98765 43210", undefined, "tel:+919876543210"],
	["+1.415.555.2671", undefined, "tel:+14155552671"],
	["+1 415 555 2671 (mobile)", undefined, "tel:+14155552671"],
	["on request", undefined, undefined],
	["+44 20 7946 0958 or +44 7700 900123", undefined, "tel:+442079460958"],
	["+44 20 7946 0958; 07700 900123", "GB", "tel:+442079460958"],
	["+47 22 12 34 56", undefined, "tel:+4722123456"],
	["+61 (02) 9876 5432", undefined, "tel:+61298765432"],
	["+1 (555) 010-9999 #12", undefined, "tel:+15550109999;ext=12"],
	["15550100", undefined, "tel:15550100"],
	["+1 555 0100", undefined, "tel:+15550100"],
	["+41 44 668 18 00/01", undefined, "tel:+41446681800"],
	["0123456", undefined, "tel:0123456"],
	["1", undefined, undefined],
	["(+44) 20 7946 0958", undefined, "tel:+442079460958"],
	["[+86] 186 3082 4731", undefined, "tel:+8618630824731"],
	["+86-186-3082-4731（微信同号）", undefined, "tel:+8618630824731"],
	["186 3082 4731", "CN", "tel:+8618630824731"],
	["+358 (0)9 123 4567", undefined, "tel:+35891234567"],
	["+36 (06) 1 234 5678", undefined, "tel:+3612345678"],
	["1-800-555-0199", "US", "tel:+18005550199"],
	["+44 7700 900123 (UK), +1 415 555 2671 (US)", undefined, "tel:+447700900123"],
	["+49 170 / 1234567", undefined, "tel:+491701234567"],
	["030/901820", "DE", "tel:+4930901820"],
	["030/901820", undefined, "tel:030901820"],
	["+43/1/58858-0", undefined, "tel:+431588580"],
	["+1 800 FLOWERS", undefined, undefined],
	["ask me: +41 79 123 45 67", undefined, "tel:+41791234567"],
	["+44 (20) 7946 0958", undefined, "tel:+442079460958"],
];

for (const [written, country, href] of table) {
	test(`${href ?? "nothing"} dials ${written}${country === undefined ? "" : ` in ${country}`}`, () => {
		assert.equal(plainPhone(written) ?? phoneLink(written, country), href);
	});
}

test("what doesn't need the library is read as the library reads it", () => {
	for (const [written, country, href] of table) {
		const plain = plainPhone(written);
		assert.ok(plain === undefined || (plain === href && phoneLink(written, country) === href), written);
	}
});
