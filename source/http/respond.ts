import type { ServerResponse } from "node:http";
import { isFresh } from "./negotiate.ts";
import type { Answer } from "./site.ts";

/** Sends an answer, or that the client has it already; `isLast` closes the connection after it. */
export function send(response: ServerResponse, { status, form }: Answer, isLast: boolean): void {
	const isKnown = status === 200 && isFresh(response.req.headers, form.etag);
	const own = isKnown ? form.unchanged : form.headers;
	end(response, isKnown ? 304 : status, isLast ? [...own, "Connection", "close"] : own, form.body);
}

/**
 * Sends one sentence, after which the connection is closed.
 * @param others further headers, names and values in turn.
 */
export function refuse(response: ServerResponse, status: number, sentence: string, ...others: string[]): void {
	end(response, status, plainHeaders(sentence, ...others, "Connection", "close"), Buffer.from(sentence));
}

function end(response: ServerResponse, status: number, headers: string[], body: Buffer): void {
	response.writeHead(status, headers);
	response.end(response.req.method === "HEAD" || status === 304 ? undefined : body);
}

const plainHeaders = (sentence: string, ...others: string[]): string[] => [
	"Content-Type",
	"text/plain; charset=utf-8",
	"Content-Length",
	String(Buffer.byteLength(sentence)),
	"X-Content-Type-Options",
	"nosniff",
	"Cache-Control",
	"no-store",
	...others,
];
