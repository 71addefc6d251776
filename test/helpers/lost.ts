import { cleanText } from "../../source/resume/clean.ts";
import { parseInline } from "../../source/resume/inline.ts";
import { plainText } from "../../source/resume/normalise/html.ts";
import { isMachineField } from "../../source/resume/normalise/machine-fields.ts";
import { decodeNamed } from "../../source/resume/normalise/named-references.ts";

/** Letters and figures alone: what is between them is a matter of how it is shown. */
const squeeze = (text: string) =>
	text
		.normalize("NFKC")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, "");

/** What says something about the document, and what its owner keeps out. */
const asideKeys =
	/^(?:\$schema|meta|version|theme|updated|hide|hidden|visible|show|itemsFrom|endDateExpected|equalContribution)$/;

/** Dates are shown in words: of them, the year is looked for. */
const dateKeys = /date|issued|graduat|start|end|from|to$|since|until|period|year|month|day|duration/i;

const countries = new Intl.DisplayNames("en", { type: "region" });

type Leaf = { text: string; key: string; place: string };

function leavesOf(value: unknown, key: string, place: string): Leaf[] {
	if (typeof value === "string" || typeof value === "number") {
		return [{ text: String(value), key, place }];
	}

	if (typeof value !== "object" || value === null) {
		return [];
	}

	const object = value as Record<string, unknown>;
	if (object.hide === true || object.visible === false) {
		return [];
	}

	return Object.entries(object).flatMap(([name, item]) =>
		asideKeys.test(name) || (isMachineField(name, item) && `${place}.${name}` !== ".basics.image")
			? []
			: leavesOf(item, Array.isArray(value) ? key : name, `${place}.${name}`),
	);
}

/** The texts and numbers of a document that aren't among what is shown, with their places. */
export function lostTexts(document: unknown, shown: readonly string[]): string[] {
	const all = squeeze(shown.join(" | "));
	const isShown = ({ text, key }: Leaf) => {
		const words = parseInline(cleanText(plainText(text, decodeNamed)).replace(/\s+/g, " ").trim());
		const plain = squeeze(words.map((span) => span.text).join(""));
		const year = dateKeys.test(key) ? /\b[12]\d{3}\b/.exec(text)?.[0] : undefined;
		// Of a list in one text, each part.
		return (
			plain === "" ||
			all.includes(squeeze(text.replace(/^https?:\/\//, ""))) ||
			(/^country(?:Code)?$/.test(key) &&
				/^[A-Za-z]{2}$/.test(text) &&
				all.includes(squeeze(countries.of(text) ?? text))) ||
			all.includes(plain) ||
			(year !== undefined && all.includes(year)) ||
			text.split(/[\n,;&*]|\band\b/).every((part) => all.includes(squeeze(part))) ||
			(dateKeys.test(key) && /present|now|current|^\d{1,2}$/i.test(text)) ||
			(/^\/?10\.|doi/.test(text + key) && all.includes(squeeze(encodeURIComponent(text))))
		);
	};
	return leavesOf(document, "", "")
		.filter((leaf) => !isShown(leaf))
		.map(({ place, text }) => `${place.slice(1)}: ${text}`);
}
