import type { IncomingHttpHeaders } from "node:http";
import Negotiator from "negotiator";
import { formatNames, formatSynonyms, formats, type TextFormat, textFormatNames } from "../print/formats.ts";

/** A format that HTTP answers in: coloured text is for a terminal behind `curl`. */
export type Wanted = TextFormat | "colour";

/** Programs that show what they fetch in a terminal, or write it into a file: they say that they take anything. */
const terminals = /^(?:curl|Wget|HTTPie|xh|libfetch|fetch|aria2|lwp-request|w3m-fetch)\b|PowerShell\//i;

const types = new Map(textFormatNames.map((name) => [formats[name].type.replace(/;.*/, ""), name]));

/**
 * The format of an answer: what `?format=` names; else what `Accept` names, if it names a type rather than taking
 * anything; else coloured text for programs of a terminal, and the page for everyone else.
 * @returns undefined if no format is called so, or none is acceptable.
 */
export function wantedFormat(
	named: string | null,
	{ accept, "user-agent": agent = "" }: IncomingHttpHeaders,
): Wanted | undefined {
	if (named !== null) {
		return formatCalled(named);
	}

	if (accept === undefined || /^\s*\*\/\*\s*(?:;[^,]*)?$/.test(accept)) {
		return terminals.test(agent) ? "colour" : "html";
	}

	// The page comes first among equals.
	const [type] = new Negotiator({ headers: { accept } }).mediaTypes(["text/html", ...types.keys()]);
	return type === undefined ? undefined : types.get(type);
}

function formatCalled(name: string): Wanted | undefined {
	const called = name.toLowerCase();
	const format =
		formatNames.find((each) => each === called) ??
		(Object.hasOwn(formatSynonyms, called) ? formatSynonyms[called] : undefined);
	return format === "pdf" ? undefined : format;
}

export type Encoding = "br" | "gzip" | "identity";

/** The first of the encodings, the smallest first, that the client takes (RFC 9110 §12.5.3). */
export function wantedEncoding(
	{ "accept-encoding": accepted }: IncomingHttpHeaders,
	offered: readonly Encoding[],
): Encoding {
	if (accepted === undefined) {
		return "identity";
	}

	const taken = new Negotiator({ headers: { "accept-encoding": accepted } }).encodings([...offered]);
	return offered.find((encoding) => taken.includes(encoding)) ?? "identity";
}

/** Whether the client has this version already (RFC 9110 §13.1.2). */
export const isFresh = ({ "if-none-match": known }: IncomingHttpHeaders, etag: string): boolean =>
	(known?.split(",") ?? []).some((tag) => {
		const bare = tag.trim().replace(/^W\//, "");
		return bare === "*" || bare === etag;
	});
