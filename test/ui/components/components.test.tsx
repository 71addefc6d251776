import assert from "node:assert/strict";
import test from "node:test";
import { render } from "ink-testing-library";
import type { ReactElement } from "react";
import { createTheme } from "../../../source/theme.ts";
import { ErrorBoundary } from "../../../source/ui/components/error-boundary.tsx";
import { FrameView } from "../../../source/ui/components/frame-view.tsx";
import { Rows } from "../../../source/ui/components/rows.tsx";
import { ViewerContext } from "../../../source/ui/components/viewer-context.ts";
import { frameOf } from "../../../source/ui/frame/frame.ts";
import { plainLine } from "../../../source/ui/frame/line.ts";
import { listParts } from "../../../source/ui/frame/menu.ts";
import { panes, rowsPart } from "../../../source/ui/frame/part.ts";
import type { Verb } from "../../../source/ui/state/keymap.ts";
import { after, rowsOf, stateOf } from "../../helpers/resumes.ts";

/** Without styles. */
const plain = (frame = "") => frame.replace(/\u001B\[[\d;]*m/g, "");

/** The frame as it is on a screen: without styles and trailing spaces. */
function frameOfNode(context: { after: (job: () => void) => void }, node: ReactElement): string {
	const { lastFrame, unmount } = render(node);
	context.after(unmount);
	return plain(lastFrame())
		.split("\n")
		.map((line) => line.trimEnd())
		.join("\n");
}

const fruit = ["apple", "banana", "cherry", "date", "elder", "fig", "grape"];
const menu = (index: number, rows: number) => (
	<FrameView
		frame={{
			columns: 40,
			rows: Math.min(rows, fruit.length),
			margin: 0,
			parts: listParts({ length: fruit.length, index, rows, lineOf: (item) => plainLine(fruit[item]!) }),
		}}
	/>
);

test("A menu marks the current item and shows all that there is room for", (context) => {
	assert.equal(frameOfNode(context, menu(1, 9)), "  apple\n❯ banana\n  cherry\n  date\n  elder\n  fig\n  grape");
});

test("A longer menu says how many more there are on either side", (context) => {
	assert.equal(frameOfNode(context, menu(0, 4)), "❯ apple\n  banana\n  cherry\n  ↓ 4 more");
	assert.equal(frameOfNode(context, menu(3, 5)), "  ↑ 2 more\n  cherry\n❯ date\n  elder\n  ↓ 2 more");
	assert.equal(frameOfNode(context, menu(6, 4)), "  ↑ 4 more\n  elder\n  fig\n❯ grape");
	assert.equal(frameOfNode(context, menu(3, 1)), "❯ date");
});

test("A menu follows its index, and takes no keys itself", async (context) => {
	const { lastFrame, rerender, stdin, unmount } = render(menu(0, 9));
	context.after(unmount);
	stdin.write("\u001B[B");
	// Ink draws what a key has changed in a later turn; a second change after it is drawn after it.
	await new Promise<void>((resolve) => setImmediate(resolve));
	assert.match(plain(lastFrame()), /❯ apple/);
	rerender(menu(2, 9));
	assert.match(plain(lastFrame()), /❯ cherry/);
});

test("A screen is drawn as its frame has it, row by row", (context) => {
	for (const size of [
		{ columns: 80, rows: 24 },
		{ columns: 100, rows: 30 },
		{ columns: 20, rows: 6 },
		{ columns: 12, rows: 3 },
	]) {
		for (const way of [[], ["open"], ["timeline"], ["links"], ["help"]] satisfies Verb[][]) {
			const state = after(stateOf(undefined, size), ...way);
			const drawn = frameOfNode(context, <FrameView frame={frameOf(state)} />);
			assert.deepEqual(drawn.replace(/\n+$/, "").split("\n"), rowsOf(state).join("\n").replace(/\n+$/, "").split("\n"));
		}
	}
});

test("A line is cut at the edge and links where the terminal shows them", (context) => {
	const line = { pieces: [{ text: "site", role: "link" as const, href: "https://example.org/张" }] };
	const theme = createTheme({ hasColours: false });
	const withLinks = (hasHyperlinks: boolean) =>
		frameOfNode(
			context,
			<ViewerContext value={{ theme, hasHyperlinks }}>
				<Rows rows={[line]} />
			</ViewerContext>,
		);
	assert.ok(withLinks(true).includes("\u001B]8;;https://example.org/%E5%BC%A0\u0007"));
	assert.ok(!withLinks(false).includes("\u001B]8"));
	assert.ok(frameOfNode(context, <Rows rows={[plainLine("x".repeat(200))]} />).length <= 100);
});

test("Lines stand under each other, an empty one is a blank line", (context) => {
	const lines = [plainLine("one"), { pieces: [] }, plainLine("two")];
	assert.equal(frameOfNode(context, <Rows rows={lines} />), "one\n\ntwo");
});

test("Two panes have a line between them as high as the body", (context) => {
	const parts = [panes([rowsPart([plainLine("left")])], 6, [rowsPart([plainLine("right")])], 3)];
	const frame = frameOfNode(context, <FrameView frame={{ columns: 40, rows: 3, margin: 0, parts }} />);
	assert.equal(frame, "left   │ right\n       │\n       │");
});

const fault = new Error("broken");
function Broken(): ReactElement {
	throw fault;
}

test("What a screen throws is handed on, and nothing is drawn", (context) => {
	const caught: unknown[] = [];
	const frame = frameOfNode(
		context,
		<ErrorBoundary onError={(error) => caught.push(error)}>
			<Broken />
		</ErrorBoundary>,
	);
	assert.deepEqual([caught, frame], [[fault], ""]);
});
