import { newPage } from "../resume/links.ts";
import type { Contact, Person } from "../resume/model.ts";

/** Octets of a line without its end, RFC 6350 §3.2. */
const longestLine = 75;

/**
 * The person as a vCard 4.0 (RFC 6350): folded by octets, escaped, lines ended by CR LF. With `isShort` it has only
 * the name and the ways to reach the person, for a QR code that must be small.
 */
export function printVcard(person: Person, isShort = false): string {
	const { name, role, place, summary, contacts } = person;
	const page = newPage(person);
	const lines = [
		"BEGIN:VCARD",
		"VERSION:4.0",
		`FN:${escapeText(name)}`,
		...(isShort
			? []
			: [
					...structuredName(name),
					...(role === undefined ? [] : [`TITLE:${escapeText(role)}`]),
					...(place === undefined ? [] : [`ADR:;;${escapeText(place)};;;;`]),
				]),
		...contacts.filter(({ kind }) => !isShort || kind === "mail").map(contactLine),
		...(isShort || page === undefined ? [] : [addressLine(page)]),
		...(isShort || summary.length === 0 ? [] : [`NOTE:${escapeText(summary.join("\n"))}`]),
		"END:VCARD",
	];
	return lines
		.filter((line) => line !== "")
		.map((line) => `${fold(line)}\r\n`)
		.join("");
}

/** Family and given names where a space tells them apart; the property may be left out (§6.2.2). */
function structuredName(name: string): string[] {
	const words = name.split(" ");
	const family = words.pop()!;
	return words.length === 0 ? [] : [`N:${escapeText(family)};${escapeText(words.join(" "))};;;`];
}

/** The property of a contact; a profile without an address has none. */
function contactLine({ kind, text, href }: Contact): string {
	switch (kind) {
		case "mail":
			return `EMAIL:${escapeText(text)}`;
		case "phone":
			return /^tel:.*\d/.test(href) ? `TEL;VALUE=uri:${href}` : `TEL:${escapeText(text)}`;
		default:
			return href === "" ? "" : addressLine(href);
	}
}

const addressLine = (url: string) => `URL:${url.replace(/\s/gu, "%20")}`;

/** RFC 6350 §3.4: backslash, comma, semicolon and line feed are escaped. */
const escapeText = (text: string) => text.replace(/[\\,;]/g, "\\$&").replace(/\n/g, "\\n");

/** RFC 6350 §3.2: a longer line goes on in the next one after a space, no character cut in two. */
function fold(line: string): string {
	let folded = "";
	let room = longestLine;
	for (const character of line) {
		const octets = Buffer.byteLength(character);
		if (octets > room) {
			folded += "\r\n ";
			room = longestLine - 1;
		}

		folded += character;
		room -= octets;
	}

	return folded;
}
