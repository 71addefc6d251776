import assert from "node:assert/strict";
import { test } from "node:test";
import { isLightColour } from "../../source/text/background.ts";

test("a terminal's answer says whether its background is light", () => {
	for (const [answer, isLight] of [
		["\u001B]11;rgb:ffff/ffff/ffff\u001B\\", true],
		["\u001B]11;rgb:fdfd/f6f6/e3e3\u0007", true],
		["\u001B]11;rgb:0000/2b2b/3636\u001B\\", false],
		["\u001B]11;rgba:1e1e/1e1e/1e1e/ffff\u001B\\", false],
		["\u001B]11;rgb:ff/ff/ff\u0007\u001B[?62;c", true],
		["\u001B]11;rgb:0000/0000/ffff\u001B\\", false],
		["\u001B[?62;c", undefined],
		["", undefined],
	] as const) {
		assert.equal(isLightColour(answer), isLight, JSON.stringify(answer));
	}
});
