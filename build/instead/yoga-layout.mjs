// Flexbox for Ink without WebAssembly. Yoga takes a fifth of the time to the first frame (its module, 300 bindings, each
// function compiled at its first call) and a sixth of the package, for what the program asks of it: rows and columns of
// fixed, growing and shrinking boxes. This is that part of its algorithm, step by step, with its results: a test holds
// the two against each other over random trees. What it leaves out (wrapping, percentages, smallest and largest sizes, a basis of its own, absolute
// positions, aspect ratios, baselines) throws, and is thus seen by the first test that draws it.
//
// Follows https://www.w3.org/TR/css-flexbox-1/#layout-algorithm as Yoga 3.2 reads it.
import * as yoga from "yoga-layout/dist/src/generated/YGEnums.js";
import { calculate } from "./flexbox.mjs";

export * from "yoga-layout/dist/src/generated/YGEnums.js";

const { Align, Display, Edge, FlexDirection, Gutter, Justify, PositionType, Wrap } = yoga;

const general = {
	[Edge.Left]: [Edge.Start, Edge.Left, Edge.Horizontal, Edge.All],
	[Edge.Top]: [Edge.Top, Edge.Vertical, Edge.All],
	[Edge.Right]: [Edge.End, Edge.Right, Edge.Horizontal, Edge.All],
	[Edge.Bottom]: [Edge.Bottom, Edge.Vertical, Edge.All],
};

/** One value for each edge; the more general edges hold where the edge itself has none. Read far oftener than set. */
class Edges {
	#values = new Map();
	#resolved = [0, 0, 0, 0];

	set(edge, value) {
		this.#values.set(edge, value);
		for (const side of [Edge.Left, Edge.Top, Edge.Right, Edge.Bottom]) {
			const given = general[side].map((each) => this.#values.get(each));
			this.#resolved[side] = given.find((each) => each !== undefined && !Number.isNaN(each)) ?? 0;
		}
	}

	get(edge) {
		return this.#resolved[edge];
	}
}

function leftOut(what) {
	throw new Error(`this layout leaves out ${what}: see build/instead/yoga-layout.mjs`);
}

/** A length in columns or rows, NaN for none. */
const length = (value) => (value === undefined || value === null ? Number.NaN : value);

class Node {
	static create() {
		return new Node();
	}

	parent = undefined;
	children = [];
	measure = undefined;
	margin = new Edges();
	padding = new Edges();
	border = new Edges();
	isRow = false;
	isShown = true;
	grow = 0;
	shrink = 0;
	width = Number.NaN;
	height = Number.NaN;
	#gaps = new Map();
	justify = Justify.FlexStart;
	alignItems = Align.Stretch;
	alignSelf = Align.Auto;
	/** What has been found out, kept until the node or one below it changes; see flexbox.mjs. */
	found = [];
	/** Whole columns and rows, to the parent's corner. */
	computed = { left: 0, top: 0, width: 0, height: 0 };

	#set(name, value) {
		if (!Object.is(this[name], value)) {
			this[name] = value;
			this.markDirty();
		}
	}

	#setEdge(kind, edge, value) {
		this[kind].set(edge, length(value));
		this.markDirty();
	}

	markDirty() {
		this.found = [];
		this.parent?.markDirty();
	}

	insertChild(child, index) {
		child.parent = this;
		this.children.splice(index, 0, child);
		this.markDirty();
	}

	removeChild(child) {
		const index = this.children.indexOf(child);
		if (index !== -1) {
			this.children.splice(index, 1);
			child.parent = undefined;
			this.markDirty();
		}
	}

	getChildCount() {
		return this.children.length;
	}

	setMeasureFunc(measure) {
		this.#set("measure", measure ?? undefined);
	}

	unsetMeasureFunc() {
		this.#set("measure", undefined);
	}

	setDisplay(display) {
		this.#set("isShown", display !== Display.None);
	}

	getDisplay() {
		return this.isShown ? Display.Flex : Display.None;
	}

	setFlexDirection(direction) {
		if (direction !== FlexDirection.Row && direction !== FlexDirection.Column) {
			leftOut("reversed directions");
		}
		this.#set("isRow", direction === FlexDirection.Row);
	}

	setFlexWrap(wrap) {
		if (wrap !== Wrap.NoWrap) {
			leftOut("wrapping boxes");
		}
	}

	setPositionType(type) {
		if (type !== PositionType.Relative) {
			leftOut("absolute and static positions");
		}
	}

	setAlignItems(align) {
		this.#setAlign("alignItems", align);
	}

	setAlignSelf(align) {
		this.#setAlign("alignSelf", align);
	}

	#setAlign(name, align) {
		if (align === Align.Baseline) {
			leftOut("baselines");
		}
		this.#set(name, align);
	}

	/** It says how lines of wrapped boxes are placed; without wrapping there is one line. */
	setAlignContent() {}

	setJustifyContent(justify) {
		this.#set("justify", justify);
	}

	setFlexGrow(factor) {
		this.#set("grow", factor);
	}

	setFlexShrink(factor) {
		this.#set("shrink", factor);
	}

	setFlexBasisAuto() {}

	setWidth(value) {
		this.#set("width", length(value));
	}

	setWidthAuto() {
		this.#set("width", Number.NaN);
	}

	setHeight(value) {
		this.#set("height", length(value));
	}

	setHeightAuto() {
		this.#set("height", Number.NaN);
	}

	setMargin(edge, value) {
		this.#setEdge("margin", edge, value);
	}

	setPadding(edge, value) {
		this.#setEdge("padding", edge, value);
	}

	setBorder(edge, value) {
		this.#setEdge("border", edge, value);
	}

	setGap(gutter, value) {
		this.#gaps.set(gutter, value);
		this.markDirty();
	}

	get columnGap() {
		return this.#gaps.get(Gutter.Column) ?? this.#gaps.get(Gutter.All) ?? 0;
	}

	get rowGap() {
		return this.#gaps.get(Gutter.Row) ?? this.#gaps.get(Gutter.All) ?? 0;
	}

	calculateLayout(width, height) {
		calculate(this, length(width), length(height));
	}

	getComputedLeft() {
		return this.computed.left;
	}

	getComputedTop() {
		return this.computed.top;
	}

	getComputedWidth() {
		return this.computed.width;
	}

	getComputedHeight() {
		return this.computed.height;
	}

	getComputedLayout() {
		return { right: 0, bottom: 0, ...this.computed };
	}

	getComputedMargin(edge) {
		return this.margin.get(edge);
	}

	getComputedPadding(edge) {
		return this.padding.get(edge);
	}

	getComputedBorder(edge) {
		return this.border.get(edge);
	}

	free() {
		this.parent?.removeChild(this);
	}

	freeRecursive() {
		this.free();
	}
}

for (const name of [
	"Position",
	"MinWidth",
	"MinHeight",
	"MaxWidth",
	"MaxHeight",
	"PositionPercent",
	"WidthPercent",
	"HeightPercent",
	"MinHeightPercent",
	"MaxHeightPercent",
	"FlexBasis",
	"FlexBasisPercent",
	"AspectRatio",
]) {
	Node.prototype[`set${name}`] = (...values) => {
		if (values.some((value, index) => index === values.length - 1 && value !== undefined)) {
			leftOut(name);
		}
	};
}

export default { ...yoga.default, Node };
