import { newPage } from "../resume/links.ts";
import type { Contact, NameParts, Person, Resume } from "../resume/model.ts";
import { readName, withoutTitles } from "../resume/name.ts";

/** Octets of a line without its end, RFC 6350 §3.2. */
const longestLine = 75;

export type VcardVersion = "3.0" | "4.0";

export type VcardOptions = {
	version?: VcardVersion;
	/** Leaves out what would make a QR code large: data of a picture, and the summary. */
	isForCode?: boolean;
	/** Only the name and the mail, for a code that must be small. */
	isShort?: boolean;
};

/** The person as a vCard 4.0 (RFC 6350) or 3.0 (RFC 2426): folded by octets, escaped, lines ended by CR LF. */
export function printVcard({ person, language }: Resume, options: VcardOptions = {}): string {
	const { version = "4.0", isForCode = false, isShort = false } = options;
	const { name, role, organization, summary, contacts } = person;
	const page = newPage(person);
	const isFull = !isShort && !isForCode;
	const lines = [
		"BEGIN:VCARD",
		`VERSION:${version}`,
		`FN:${escapeText(name)}`,
		structuredName(person, language),
		...(isShort
			? []
			: [
					role === undefined ? "" : `TITLE:${escapeText(role)}`,
					organization === undefined ? "" : `ORG:${escapeText(organization)}`,
					addressLine(person),
				]),
		...contacts.filter(({ kind }) => !isShort || kind === "mail").map((contact) => contactLine(contact, version)),
		isShort || page === undefined ? "" : urlLine(page),
		isFull ? photoLine(person.image, version) : "",
		isFull && summary.length > 0 ? `NOTE:${escapeText(summary.join("\n"))}` : "",
		// Only 4.0 has it (§6.4.4).
		isFull && version === "4.0" ? `LANG:${language}` : "",
		"END:VCARD",
	];
	return lines
		.filter((line) => line !== "")
		.map((line) => `${fold(line)}\r\n`)
		.join("");
}

/**
 * Family, given and additional names, prefix and suffix (RFC 6350 §6.2.2); the name as a whole if its parts aren't
 * sure. 3.0 demands the property.
 */
function structuredName({ name, nameParts }: Person, language: string): string {
	const {
		family = "",
		given = "",
		additional = "",
		prefix = "",
		suffix = "",
	} = nameParts ?? readName(name, language) ?? wholeName(name);
	return `N:${[family, given, additional, prefix, suffix].map(escapeText).join(";")}`;
}

/** The titles before and after a name are sure, though the rest may not be. */
function wholeName(name: string): NameParts {
	const { core, prefix, suffix } = withoutTitles(name);
	return core.includes(",") ? { family: name } : { family: core, prefix, suffix };
}

/** Post office box and extended address stay empty, as RFC 6350 §6.3.1 wants it. */
function addressLine({ address, place }: Person): string {
	const { street, city, region, postalCode, country } = address ?? { street: place };
	const parts = [street, city, region, postalCode, country].map((part = "") => escapeText(part));
	return parts.every((part) => part === "") ? "" : `ADR:;;${parts.join(";")}`;
}

/** A picture by its address, or its data. */
function photoLine(image: string | undefined, version: VcardVersion): string {
	if (image === undefined) {
		return "";
	}

	const [, type, data] = /^data:image\/([\w.+-]+);base64,(.*)$/is.exec(image) ?? [];
	if (version === "4.0") {
		return `PHOTO:${image}`;
	}

	return data === undefined ? `PHOTO;VALUE=uri:${image}` : `PHOTO;ENCODING=b;TYPE=${type!.toUpperCase()}:${data}`;
}

/** The property of a contact. */
function contactLine({ kind, text, href }: Contact, version: VcardVersion): string {
	switch (kind) {
		case "mail":
			return `EMAIL:${escapeText(text)}`;
		case "phone":
			return phoneLine(text, href, version);
		default:
			return href === "" ? "" : urlLine(href);
	}
}

const urlLine = (url: string) => `URL:${url.replace(/\s/gu, "%20")}`;

/** In 3.0 a number is a text, in which the extension has a sign of its own that phones know. */
function phoneLine(text: string, href: string, version: VcardVersion): string {
	if (!/^tel:.*\d/.test(href)) {
		return `TEL:${escapeText(text)}`;
	}

	return version === "4.0" ? `TEL;VALUE=uri:${href}` : `TEL:${href.replace(/^tel:/, "").replace(";ext=", " x")}`;
}

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
