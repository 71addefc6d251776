import assert from "node:assert/strict";
import { test } from "node:test";
import { isFresh, wantedEncoding, wantedFormat } from "../../source/http/negotiate.ts";

const browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

for (const [named, accept, agent, format] of [
	[null, browser, "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "html"],
	[null, undefined, undefined, "html"],
	[null, "*/*", "Mozilla/5.0", "html"],
	[null, "*/*", "curl/8.14.1", "colour"],
	[null, "*/*", "Wget/1.25.0", "colour"],
	[null, "*/*; q=0.5", "HTTPie/3.2.4", "colour"],
	[null, undefined, "libfetch/2.0", "colour"],
	[null, "*/*", "Mozilla/5.0 (Windows NT 10.0) WindowsPowerShell/5.1.26100", "colour"],
	[null, "*/*", "curling-fan/1.0", "html"],
	[null, "text/html", "curl/8.14.1", "html"],
	[null, "text/plain", "curl/8.14.1", "text"],
	[null, "text/plain", "Mozilla/5.0", "text"],
	[null, "application/json, */*;q=0.1", "curl/8.14.1", "json"],
	[null, "text/markdown;q=0.9, text/html;q=0.1", "x", "markdown"],
	[null, "text/vcard", "x", "vcard"],
	[null, "application/x-bibtex", "x", "bibtex"],
	[null, "text/*", "x", "html"],
	[null, "image/png", "x", undefined],
	[null, "text/html;q=0", "x", undefined],
	["json", browser, "Mozilla/5.0", "json"],
	["MD", "text/html", "Mozilla/5.0", "markdown"],
	["html", "*/*", "curl/8.14.1", "html"],
	["txt", browser, "Mozilla/5.0", "text"],
	["pdf", browser, "Mozilla/5.0", undefined],
	["constructor", browser, "Mozilla/5.0", undefined],
	["", browser, "Mozilla/5.0", undefined],
] as const) {
	test(`format ${named}, Accept ${accept}, from ${agent}: ${format}`, () => {
		assert.equal(wantedFormat(named, { accept, "user-agent": agent }), format);
	});
}

test("the smallest encoding that the client takes", () => {
	const offered = ["br", "gzip", "identity"] as const;
	for (const [accepted, encoding] of [
		[undefined, "identity"],
		["", "identity"],
		["gzip, deflate, br, zstd", "br"],
		["gzip", "gzip"],
		["br;q=0, gzip;q=0.5", "gzip"],
		["deflate", "identity"],
		["*", "br"],
		["identity", "identity"],
	] as const) {
		assert.equal(wantedEncoding({ "accept-encoding": accepted }, offered), encoding, accepted);
	}

	assert.equal(wantedEncoding({ "accept-encoding": "br" }, ["identity"]), "identity");
});

test("a version is known by any of the tags, weak or strong", () => {
	for (const [known, isKnown] of [
		[undefined, false],
		['"a"', true],
		['W/"a"', true],
		['"b", "a"', true],
		["*", true],
		['"b"', false],
		["a", false],
	] as const) {
		assert.equal(isFresh({ "if-none-match": known }, '"a"'), isKnown, known);
	}
});
