import type { ErrorObject, ValidateFunction } from "ajv";
import { isObject, type Json, placeText } from "../document.ts";
import { fieldsOf } from "../normalise/sections.ts";
import { isWebAddress, leaves } from "../normalise/values.ts";
import { type Place, valueAt } from "../private.ts";
import { described } from "../quote.ts";
import { isTranslated } from "../translations/translated.ts";
import type { Finding } from "./findings.ts";
import { isOfficial, isOwn } from "./validators.ts";

/**
 * What the official schema of JSON Resume refuses, an error, and what only this program's does (`schema.json`): that is
 * legal and yet without effect. A text in several languages, which this program reads, is an object to the official one.
 */
export function checkSchema(document: Json): Finding[] {
	// Of what is private more is said than a schema knows.
	const own = check(isOwn, document, "warning").filter(
		({ place }) =>
			!placeText(place).startsWith("meta.private") && !isTranslated(valueAt(document, place), place.at(-1)),
	);
	const refused = new Set(own.map(({ place }) => placeText(place)));
	const errors = check(isOfficial, document, "error").filter(
		({ place }) => refused.has(placeText(place)) || !isObject(valueAt(document, place)),
	);
	const known = new Set(errors.map(({ place }) => placeText(place)));
	return [...errors, ...own.filter(({ place }) => !known.has(placeText(place)))];
}

function check(isValid: ValidateFunction, document: Json, severity: Finding["severity"]): Finding[] {
	isValid(document);
	return (isValid.errors ?? []).flatMap((error) => {
		const place = placeOf(error, document);
		const value = valueAt(document, place);
		return isProblem(error, value) ? [{ severity, place, ...explain(error, place, value) }] : [];
	});
}

/** Links may have any letters, as browsers show them; and the schema that an editor uses may be a file beside this one. */
const isProblem = ({ keyword, params, instancePath }: ErrorObject, value: unknown) =>
	!(keyword === "format" && params.format === "uri" && (instancePath === "/$schema" || isWebAddress(String(value))));

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

function explain({ keyword, params, message }: ErrorObject, place: Place, data: unknown): Explanation {
	if (data === null) {
		return { message: "null isn't a value here", fix: "leave the field out" };
	}

	if (data === "") {
		return { message: "this is empty", fix: "leave the field out" };
	}

	switch (keyword) {
		case "type":
			return explainType(String([params.type].flat()[0]), data, place);
		case "pattern":
			return { message: `${described(data)} isn't a date`, fix: "write YYYY-MM-DD, YYYY-MM or YYYY" };
		case "format":
			return explainFormat(String(params.format), String(data));
		case "required":
			return { message: `${described(params.missingProperty)} is missing here`, fix: "add it" };
		default:
			return { message: message ?? "this doesn't match the schema", fix: "see https://jsonresume.org/schema" };
	}
}

const kinds: Record<string, string> = {
	string: "a text",
	array: "a list",
	object: "an object",
	boolean: "true or false",
};

function explainType(wanted: string, data: unknown, place: Place): Explanation {
	const isList = Array.isArray(data);
	const found = isList ? "a list" : typeof data === "object" ? "an object" : described(data);
	const fixes: Record<string, string> = {
		string:
			typeof data === "object"
				? `write one text, such as ${described(leaves(data).join(", "))}`
				: `write it in quotes: "${String(data)}"`,
		array: isList || typeof data !== "object" ? `put it in a list: [${described(data)}]` : "put it in a list: [{…}]",
		object: isList
			? "write the one object without the list around it"
			: `write {"${typeof place[1] === "number" ? fieldsOf(String(place[0])).name : "name"}": ${described(data)}}`,
		boolean: "write true or false, without quotes",
	};
	return { message: `${kinds[wanted] ?? wanted} belongs here, not ${found}`, fix: fixes[wanted] ?? "see the schema" };
}

function explainFormat(format: string, words: string): Explanation {
	return format === "email"
		? { message: `${described(words)} isn't an email address`, fix: "write it as name@example.com" }
		: { message: `${described(words)} isn't a link`, fix: 'write "https://…"' };
}
