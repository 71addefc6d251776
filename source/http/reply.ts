import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Encoding } from "./negotiate.ts";

/** One form of an answer: the bytes, and its headers as names and values in turn. */
export type Form = {
	body: Buffer;
	etag: string;
	headers: string[];
	/** Those of an answer that says that the client has it already (RFC 9110 §15.4.5). */
	unchanged: string[];
};

/** An answer that is ready to be sent, in every encoding that is worth it. */
export type Reply = { status: number; forms: ReadonlyMap<Encoding, Form>; encodings: readonly Encoding[] };

export type Draft = {
	status?: number;
	/** A media type. */
	type: string;
	text: string;
	/** The request headers that made it this one. */
	vary?: readonly string[];
	/** Names and values in turn. */
	headers?: readonly string[];
};

/** Below this many bytes headers and body are one packet anyway. */
const worthCompressing = 600;

/** Bits of Brotli's window: no page needs the 4 MB that it takes by itself. */
const window = 16;

/**
 * Makes an answer once, for all who will ask for it. It's made here and not in another thread: the threads that Node.js has
 * for that would take more memory than all answers together.
 * @param effort how long to look for the smallest form: what is made while someone waits is made quickly.
 */
export function createReply(
	{ status = 200, type, text, vary = [], headers = [] }: Draft,
	effort: "best" | "quick",
): Reply {
	const body = Buffer.from(text);
	const forms = new Map<Encoding, Form>();
	const hash = createHash("sha256").update(body).digest("base64url").slice(0, 22);
	const isWorth = body.length >= worthCompressing;
	const add = (encoding: Encoding, bytes: Buffer) => {
		const etag = `"${hash}${encoding === "identity" ? "" : `-${encoding}`}"`;
		const varying = [...vary, ...(isWorth ? ["Accept-Encoding"] : [])];
		const unchanged = [
			...(varying.length > 0 ? ["Vary", varying.join(", ")] : []),
			...(status === 200 ? ["ETag", etag, "Cache-Control", "no-cache"] : ["Cache-Control", "no-store"]),
			...headers,
		];
		const own = ["Content-Type", type, "Content-Length", String(bytes.length)];
		const encoded = encoding === "identity" ? [] : ["Content-Encoding", encoding];
		forms.set(encoding, { body: bytes, etag, headers: [...own, ...encoded, ...unchanged], unchanged });
	};
	if (isWorth) {
		const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants;
		const params = {
			[BROTLI_PARAM_QUALITY]: effort === "best" ? 11 : 5,
			[BROTLI_PARAM_LGWIN]: window,
			[BROTLI_PARAM_SIZE_HINT]: body.length,
		};
		add("br", brotliCompressSync(body, { params }));
		add("gzip", gzipSync(body, { level: effort === "best" ? 9 : 6 }));
	}

	add("identity", body);
	return { status, forms, encodings: [...forms.keys()] };
}
