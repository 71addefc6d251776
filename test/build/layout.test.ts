import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import yoga, { Align, Direction, Display, Edge, FlexDirection, Gutter, Justify } from "yoga-layout";
import own from "../../build/instead/yoga-layout.mjs";

type Kind = typeof yoga.Node;
type Node = ReturnType<Kind["create"]>;
type Setter = { name: string; values: readonly unknown[] };
type Tree = { setters: Setter[]; text?: string; children: Tree[] };

const size = fc.integer({ min: 0, max: 30 });
const small = fc.integer({ min: 0, max: 3 });
const edge = fc.constantFrom(
	...[Edge.All, Edge.Horizontal, Edge.Vertical, Edge.Left, Edge.Right, Edge.Top, Edge.Bottom, Edge.Start, Edge.End],
);
const setter = (name: string, ...values: fc.Arbitrary<unknown>[]) =>
	fc.tuple(...values).map((given): Setter => ({ name, values: given }));
const align = fc.constantFrom(Align.Stretch, Align.FlexStart, Align.Center, Align.FlexEnd);

const setters = fc.array(
	fc.oneof(
		setter("setFlexDirection", fc.constantFrom(FlexDirection.Row, FlexDirection.Column)),
		setter("setWidth", size),
		setter("setHeight", size),
		setter("setFlexGrow", fc.constantFrom(0, 1, 2)),
		setter("setMargin", edge, small),
		setter("setPadding", edge, small),
		setter("setBorder", fc.constantFrom(Edge.Left, Edge.Right, Edge.Top, Edge.Bottom), fc.constantFrom(0, 1)),
		setter("setGap", fc.constantFrom(Gutter.All, Gutter.Row, Gutter.Column), small),
		setter("setAlignItems", align),
		setter("setAlignSelf", fc.oneof(align, fc.constant(Align.Auto))),
		setter(
			"setJustifyContent",
			fc.constantFrom(
				Justify.FlexStart,
				Justify.Center,
				Justify.FlexEnd,
				Justify.SpaceBetween,
				Justify.SpaceAround,
				Justify.SpaceEvenly,
			),
		),
		setter("setDisplay", fc.constantFrom(Display.Flex, Display.Flex, Display.None)),
	),
	{ maxLength: 6 },
);
const text = fc
	.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 })
	.map((words) => words.map((length) => "x".repeat(length)).join(" "));
const trees = fc.letrec<{ tree: Tree }>((tie) => ({
	tree: fc.oneof(
		{ maxDepth: 4, depthSize: "small" },
		fc.record({ setters, text, children: fc.constant<Tree[]>([]) }),
		fc.record({ setters, children: fc.array(tie("tree"), { maxLength: 4 }) }) as fc.Arbitrary<Tree>,
	),
})).tree;

/** As Ink measures: words wrapped into the width, broken where they are wider than it. */
function measure(words: string, width: number) {
	const columns = Number.isNaN(width) ? Number.POSITIVE_INFINITY : Math.max(1, Math.floor(width));
	const lines: string[] = [];
	for (const word of words.split(" ")) {
		const last = lines.at(-1);
		if (last !== undefined && last.length + 1 + word.length <= columns) {
			lines[lines.length - 1] = `${last} ${word}`;
		} else {
			for (let start = 0; start < word.length; start += columns) {
				lines.push(word.slice(start, start + columns));
			}
		}
	}
	return { width: Math.max(...lines.map((line) => line.length)), height: lines.length };
}

function grow(Kind: Kind, tree: Tree, canGrow = false): Node {
	const node = Kind.create();
	for (const { name, values } of tree.setters) {
		// Where several share the room, or have less than they need, Yoga goes by what it has measured before: so one
		// alone grows, and only what has nothing in it has a size of its own.
		const isLeftOut = name === "setFlexGrow" ? !canGrow : /Width|Height/.test(name) && tree.children.length > 0;
		if (isLeftOut) {
			continue;
		}
		(node as unknown as Record<string, (...given: unknown[]) => void>)[name]!(...values);
	}
	if (tree.text !== undefined) {
		const words = tree.text;
		node.setMeasureFunc((width) => measure(words, width));
	}
	for (const [index, child] of tree.children.entries()) {
		node.insertChild(grow(Kind, child, index === tree.children.length - 1), index);
	}
	return node;
}

type Box = { left: number; top: number; width: number; height: number; children: Box[] };

/** What Ink reads of a tree: nothing of what is not shown. */
function boxes(node: Node, tree: Tree): Box {
	const { setters, children } = tree;
	const isHidden = setters.findLast(({ name }) => name === "setDisplay")?.values[0] === Display.None;
	return isHidden
		? { left: 0, top: 0, width: 0, height: 0, children: [] }
		: {
				left: node.getComputedLeft(),
				top: node.getComputedTop(),
				width: node.getComputedWidth(),
				height: node.getComputedHeight(),
				children: children.map((child, index) => boxes(childOf(node, index), child)),
			};
}

const childOf = (node: Node, index: number): Node =>
	(node as unknown as { children?: Node[] }).children?.[index] ?? node.getChild(index);

/** Ink lets each box and text shrink where the program says nothing else. */
function shrinking(tree: Tree): Tree {
	return {
		...tree,
		setters: [{ name: "setFlexShrink", values: [1] }, ...tree.setters],
		children: tree.children.map(shrinking),
	};
}

function compare(tree: Tree, sizes: readonly (readonly [number, number | undefined])[]) {
	const ours = grow(own.Node as unknown as Kind, tree);
	for (const [width, height] of sizes) {
		// A new tree each time: in one that is laid out again, Yoga goes by what its boxes needed before.
		const theirs = grow(yoga.Node, tree);
		for (const node of [ours, theirs]) {
			node.setWidth(width);
			node.setHeight(height);
			node.calculateLayout(undefined, undefined, Direction.LTR);
		}
		const expected = boxes(theirs, tree);
		theirs.freeRecursive();
		assert.deepEqual(boxes(ours, tree), expected);
	}
}

const side = fc.integer({ min: 200, max: 500 });

test("Any tree whose boxes keep their size is laid out as Yoga does, at one size and then at another", () => {
	fc.assert(
		fc.property(trees, side, side, side, (tree, first, second, height) => {
			compare(tree, [
				[first, undefined],
				[second, height],
			]);
		}),
		{ numRuns: 2000 },
	);
});

test("Any tree whose boxes shrink is laid out as Yoga does where there is room", () => {
	fc.assert(
		fc.property(trees, fc.integer({ min: 500, max: 800 }), (tree, width) => {
			compare(shrinking(tree), [[width, undefined]]);
		}),
		{ numRuns: 2000 },
	);
});
