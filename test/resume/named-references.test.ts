import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeNamed } from "../../source/resume/normalise/named-references.ts";

test("HTML 4's references and numeric ones are decoded once, others stay", () => {
	assert.equal(decodeNamed("Caf&eacute; &rarr; &#66;&#x61;r &amp;eacute; &lt;3 &apos;"), "Café → Bar &eacute; <3 '");
	assert.equal(
		decodeNamed("&Eacute;&ETH;&nosuch; &constructor; AT&T; a & b;"),
		"ÉÐ&nosuch; &constructor; AT&T; a & b;",
	);
	assert.equal(decodeNamed("&#xFFFFFF; &#0065;"), "&#xFFFFFF; A");
});
