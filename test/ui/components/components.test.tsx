import assert from "node:assert/strict";
import test from "node:test";
import { render } from "ink-testing-library";
import type { ReactElement } from "react";
import { ErrorBoundary } from "../../../source/ui/components/error-boundary.tsx";
import { Footer } from "../../../source/ui/components/footer.tsx";
import { Menu } from "../../../source/ui/components/menu.tsx";
import { Panes } from "../../../source/ui/components/panes.tsx";
import { TextLine } from "../../../source/ui/components/text-line.tsx";
import { TextLines } from "../../../source/ui/components/text-lines.tsx";
import { TooSmallScreen } from "../../../source/ui/components/too-small.tsx";
import { ViewerContext } from "../../../source/ui/components/viewer-context.ts";
import { plainLine } from "../../../source/ui/lines/lines.ts";
import { reduce } from "../../../source/ui/navigation.ts";
import { createTheme } from "../../../source/ui/theme.ts";
import { stateOf } from "../../helpers/resumes.ts";

/** The frame as it stands on a screen: without styles and trailing spaces. */
function frameOf(context: { after: (job: () => void) => void }, node: ReactElement): string {
	const { lastFrame, unmount } = render(node);
	context.after(unmount);
	return (lastFrame() ?? "")
		.replace(/\u001B\[[\d;]*m/g, "")
		.split("\n")
		.map((line) => line.trimEnd())
		.join("\n");
}

const fruit = ["apple", "banana", "cherry", "date", "elder", "fig", "grape"];
const menu = (index: number, rows: number) => (
	<Menu menu={{ length: fruit.length, index, rows, lineOf: (item) => plainLine(fruit[item]!) }} />
);

test("A menu marks the current item and shows all that there is room for", (context) => {
	assert.equal(frameOf(context, menu(1, 9)), "  apple\n❯ banana\n  cherry\n  date\n  elder\n  fig\n  grape");
});

test("A longer menu says how many more there are on either side", (context) => {
	assert.equal(frameOf(context, menu(0, 4)), "❯ apple\n  banana\n  cherry\n  ↓ 4 more");
	assert.equal(frameOf(context, menu(3, 5)), "  ↑ 2 more\n  cherry\n❯ date\n  elder\n  ↓ 2 more");
	assert.equal(frameOf(context, menu(6, 4)), "  ↑ 4 more\n  elder\n  fig\n❯ grape");
	assert.equal(frameOf(context, menu(3, 1)), "❯ date");
});

test("A menu follows its index, and takes no keys itself", async (context) => {
	const { lastFrame, rerender, stdin, unmount } = render(menu(0, 9));
	context.after(unmount);
	stdin.write("\u001B[B");
	// Ink draws what a key has changed in a later turn; a second change after it is drawn after it.
	await new Promise<void>((resolve) => setImmediate(resolve));
	assert.match(lastFrame()!, /❯ apple/);
	rerender(menu(2, 9));
	assert.match(lastFrame()!, /❯ cherry/);
});

test("The footer tells the keys, or what was said", (context) => {
	const state = stateOf();
	assert.match(frameOf(context, <Footer state={state} />), /^↑↓ move {2}enter open .+ q quit$/);
	const said = reduce(state, { type: "notify", text: "copied the mail" });
	assert.equal(frameOf(context, <Footer state={said} />), "copied the mail");
});

test("A narrow footer keeps the keys that are needed most", (context) => {
	const size = { columns: 20, rows: 6 };
	const text = frameOf(context, <Footer state={stateOf(undefined, size)} />);
	assert.ok(text.length <= 20, text);
	assert.match(text, /q quit/);
});

test("A line is cut at the edge and links where the terminal shows them", (context) => {
	const line = { pieces: [{ text: "site", role: "link" as const, href: "https://example.org/张" }] };
	const theme = createTheme({ hasColours: false });
	const withLinks = (hasHyperlinks: boolean) =>
		frameOf(
			context,
			<ViewerContext value={{ theme, hasHyperlinks }}>
				<TextLine line={line} />
			</ViewerContext>,
		);
	assert.ok(withLinks(true).includes("\u001B]8;;https://example.org/%E5%BC%A0\u0007"));
	assert.ok(!withLinks(false).includes("\u001B]8"));
	assert.ok(frameOf(context, <TextLine line={plainLine("x".repeat(200))} />).length <= 100);
});

test("Lines stand under each other, an empty one is a blank line", (context) => {
	const lines = [plainLine("one"), { pieces: [] }, plainLine("two")];
	assert.equal(frameOf(context, <TextLines lines={lines} />), "one\n\ntwo");
});

test("Two panes have a line between them as high as the body", (context) => {
	const panes = (
		<Panes
			left={<TextLine line={plainLine("left")} />}
			right={<TextLine line={plainLine("right")} />}
			leftColumns={6}
			rows={3}
		/>
	);
	assert.equal(frameOf(context, panes), "left   │ right\n       │\n       │");
});

test("What is needed is said in as much room as there is", (context) => {
	assert.equal(frameOf(context, <TooSmallScreen columns={80} />), "needs 20×6");
	assert.equal(frameOf(context, <TooSmallScreen columns={5} />), "needs");
});

const fault = new Error("broken");
function Broken(): ReactElement {
	throw fault;
}

test("What a screen throws is handed on, and nothing is drawn", (context) => {
	const caught: unknown[] = [];
	const frame = frameOf(
		context,
		<ErrorBoundary onError={(error) => caught.push(error)}>
			<Broken />
		</ErrorBoundary>,
	);
	assert.deepEqual([caught, frame], [[fault], ""]);
});
