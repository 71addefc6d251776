import assert from "node:assert/strict";
import { test } from "node:test";
import { dateRange } from "../../source/resume/dates.ts";

test("a range is written in the résumé's own form", () => {
	assert.equal(dateRange("2022-01", "2022-03")?.text, "Jan 2022 – Mar 2022");
	assert.equal(dateRange("2022-07", undefined)?.text, "Jul 2022 – Now");
	assert.equal(dateRange("2019-09", "2023-07", true)?.text, "Sep 2019 – Jul 2023 (expected)");
	assert.equal(dateRange("2022", "2022")?.text, "2022");
	assert.equal(dateRange(undefined, "2021-10-05")?.text, "Oct 2021");
	assert.equal(dateRange(undefined, undefined), undefined);
});

test("words that are no date are kept and have no place in time", () => {
	assert.deepEqual(dateRange("Summer 2019", undefined), {
		text: "Summer 2019",
		start: undefined,
		end: undefined,
		isOngoing: false,
		isExpected: false,
		isPoint: false,
	});
	assert.equal(dateRange("2021-13", undefined)?.text, "2021-13");
});
