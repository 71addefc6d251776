import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { bodyRows, detailPlace, layoutOf, leftPaneWidth, listWindow } from "../../../source/ui/frame/layout.ts";

test("Every budget is positive and all together are the screen, from 20×6 to 300×100", () => {
	for (let columns = 20; columns <= 300; columns++) {
		for (let rows = 6; rows <= 100; rows++) {
			const layout = layoutOf({ columns, rows });
			assert.equal(layout.isTooSmall, false);
			assert.ok(layout.width >= 20 && layout.margin + layout.width <= columns);
			assert.ok(layout.textWidth >= 20 && layout.textWidth <= Math.min(layout.width, 100));
			for (let header = 1; header <= layout.headerRows; header++) {
				const body = bodyRows(layout, header);
				assert.ok(body >= 1);
				assert.equal(header + body + 1 + (layout.hasRules ? 2 : 0), rows, `${columns}×${rows}`);
			}

			for (const widest of [0, 30, 500]) {
				const left = leftPaneWidth(layout.width, widest);
				assert.ok(left >= 1 && left <= Math.ceil(layout.width / 2));
			}
		}
	}
});

test("A detail is beside its list from 92 columns, below it from 12 rows", () => {
	assert.equal(detailPlace({ columns: 92, rows: 5 }), "beside");
	assert.equal(detailPlace({ columns: 91, rows: 12 }), "below");
	assert.equal(detailPlace({ columns: 91, rows: 11 }), "none");
});

test("Smaller than 20×6 is too small, in either direction", () => {
	assert.equal(layoutOf({ columns: 20, rows: 6 }).isTooSmall, false);
	assert.equal(layoutOf({ columns: 19, rows: 6 }).isTooSmall, true);
	assert.equal(layoutOf({ columns: 20, rows: 5 }).isTooSmall, true);
	assert.equal(layoutOf({ columns: 1, rows: 1 }).width, 1);
});

test("A list's window has the highlighted item, fits its rows, and tells truly what is left out", () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 20 }), fc.nat(), (length, rows, at) => {
			const index = at % length;
			const { first, count, hasMoreAbove, hasMoreBelow } = listWindow(length, index, rows);
			assert.ok(first >= 0 && first + count <= length && count >= 1);
			assert.ok(index >= first && index < first + count, "in view");
			assert.ok(count + Number(hasMoreAbove) + Number(hasMoreBelow) <= rows, "rows");
			assert.ok(!hasMoreAbove || first > 0);
			assert.ok(!hasMoreBelow || first + count < length);
			if (length <= rows) {
				assert.equal(count, length);
			} else if (rows >= 4) {
				assert.equal(count + Number(hasMoreAbove) + Number(hasMoreBelow), rows, "no row wasted");
				assert.equal(hasMoreAbove, first > 0);
				assert.equal(hasMoreBelow, first + count < length);
			}
		}),
	);
});

test("Moving by one never turns the window back, nor makes it jump", () => {
	for (let rows = 1; rows <= 12; rows++) {
		for (let index = 1; index < 30; index++) {
			const step = listWindow(30, index, rows).first - listWindow(30, index - 1, rows).first;
			assert.ok(step >= 0 && step <= 2, `${rows} rows, to item ${index}: ${step}`);
		}
	}
});
