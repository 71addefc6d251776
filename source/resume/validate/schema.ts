import schema from "@jsonresume/schema/schema.json" with { type: "json" };
import { Ajv, type ErrorObject } from "ajv";
import addFormats from "ajv-formats";
import type { Json } from "../document.ts";
import { isNow } from "../normalise/date-phrases.ts";
import { splitRange, toIsoDate } from "../normalise/date-words.ts";
import { addressOf, leaves } from "../normalise/values.ts";
import type { Place } from "../private.ts";
import { described } from "../quote.ts";
import { extensions } from "./extensions.ts";
import type { Finding } from "./findings.ts";

/** What the official schema of JSON Resume refuses, and what this program's additions to it do not understand. */
export function checkSchema(document: Json): Finding[] {
	const errors = check(schema, document, "error");
	const known = new Set(errors.map(({ place }) => JSON.stringify(place)));
	const warnings = check(extensions, document, "warning");
	return [...errors, ...warnings.filter(({ place }) => !known.has(JSON.stringify(place)))];
}

function check(rules: object, document: Json, severity: Finding["severity"]): Finding[] {
	const ajv = new Ajv({ allErrors: true, verbose: true, strict: false });
	addFormats.default(ajv);
	const isValid = ajv.compile(rules);
	isValid(document);
	return (isValid.errors ?? []).map((error) => ({ severity, place: placeOf(error, document), ...explain(error) }));
}

/** A JSON Pointer (RFC 6901) as a place: what is a list in the document is counted. */
function placeOf({ instancePath }: ErrorObject, document: Json): Place {
	let value: unknown = document;
	return instancePath
		.split("/")
		.slice(1)
		.map((part) => {
			const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
			const step = Array.isArray(value) ? Number(key) : key;
			value = (value as Record<string | number, unknown>)[step];
			return step;
		});
}

type Explanation = { message: string; fix: string };

function explain({ keyword, params, data, message }: ErrorObject): Explanation {
	if (data === null) {
		return { message: "null is no value here", fix: "leave the field out" };
	}

	if (data === "") {
		return { message: "this is empty", fix: "leave the field out" };
	}

	switch (keyword) {
		case "type":
			return explainType(String([params.type].flat()[0]), data);
		case "pattern":
			return explainDate(String(data));
		case "format":
			return explainFormat(String(params.format), String(data));
		case "required":
			return { message: `${described(params.missingProperty)} is missing here`, fix: "add it" };
		default:
			return { message: message ?? "this is not as the schema says", fix: "see https://jsonresume.org/schema" };
	}
}

const kinds: Record<string, string> = {
	string: "a text",
	array: "a list",
	object: "an object",
	boolean: "true or false",
};

function explainType(wanted: string, data: unknown): Explanation {
	const isList = Array.isArray(data);
	const found = isList ? "a list" : typeof data === "object" ? "an object" : described(data);
	const fixes: Record<string, string> = {
		string:
			typeof data === "object"
				? `write one text, such as ${described(leaves(data).join(", "))}`
				: `write it in quotes: "${String(data)}"`,
		array: isList || typeof data !== "object" ? `put it in a list: [${described(data)}]` : "put it in a list: [{…}]",
		object: isList ? "write the one object without the list around it" : "write an object: {…}",
		boolean: "write true or false, without quotes",
	};
	return { message: `${kinds[wanted] ?? wanted} belongs here, not ${found}`, fix: fixes[wanted] ?? "see the schema" };
}

function explainDate(words: string): Explanation {
	const message = `${described(words)} is not a date as JSON Resume has it`;
	const iso = toIsoDate(words);
	const range = splitRange(words);
	if (isNow(words)) {
		return { message, fix: "leave it out: what has no end is still going on" };
	}

	if (iso !== undefined) {
		return { message, fix: `write "${iso}"` };
	}

	if (range) {
		const end = isNow(range.end) ? "no endDate" : `"endDate": "${toIsoDate(range.end) ?? range.end}"`;
		return { message, fix: `write "startDate": "${toIsoDate(range.start)}" and ${end}` };
	}

	return { message, fix: "write YYYY-MM-DD, YYYY-MM or YYYY" };
}

function explainFormat(format: string, words: string): Explanation {
	if (format === "email") {
		return { message: `${described(words)} is no mail address`, fix: "write it as name@example.com" };
	}

	const address = addressOf({ note: () => {} }, words, []);
	return {
		message:
			address === undefined ? `${described(words)} is no link` : `${described(words)} is a link without a scheme`,
		fix: `write "${address ?? "https://…"}"`,
	};
}
