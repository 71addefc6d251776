// The algorithm of yoga-layout.mjs. Lengths are numbers, NaN where there is none.
import { Align, Edge, Justify } from "yoga-layout/dist/src/generated/YGEnums.js";

/** How a length is meant, with Yoga's numbers, which measure functions are told: no limit, exactly, at most. */
const unlimited = 0;
const exactly = 1;
const atMost = 2;

const isGiven = (value) => !Number.isNaN(value);

/** The names of one axis; `outer` and `inner` are sums over both its ends. */
const across = {
	size: "width",
	position: "x",
	found: "foundWidth",
	margin: (node) => node.margin.get(Edge.Left) + node.margin.get(Edge.Right),
	marginBefore: (node) => node.margin.get(Edge.Left),
	frame: (node) => before(node, Edge.Left) + before(node, Edge.Right),
	frameBefore: (node) => before(node, Edge.Left),
	gap: (node) => node.columnGap,
};
const down = {
	size: "height",
	position: "y",
	found: "foundHeight",
	margin: (node) => node.margin.get(Edge.Top) + node.margin.get(Edge.Bottom),
	marginBefore: (node) => node.margin.get(Edge.Top),
	frame: (node) => before(node, Edge.Top) + before(node, Edge.Bottom),
	frameBefore: (node) => before(node, Edge.Top),
	gap: (node) => node.rowGap,
};

/** Padding and border of one edge. */
function before(node, edge) {
	return node.padding.get(edge) + node.border.get(edge);
}

const mainAxis = (node) => (node.isRow ? across : down);
const crossAxis = (node) => (node.isRow ? down : across);

/** Lays the tree out in the given size and sets what each node computed, in whole columns and rows. */
export function calculate(root, width, height) {
	const [outerWidth, widthMode] = rootLength(root, across, width);
	const [outerHeight, heightMode] = rootLength(root, down, height);
	solve(root, outerWidth, outerHeight, widthMode, heightMode, true);
	root.x = root.margin.get(Edge.Left);
	root.y = root.margin.get(Edge.Top);
	round(root, 0, 0);
}

function rootLength(root, axis, owner) {
	if (isGiven(root[axis.size])) {
		return [root[axis.size] + axis.margin(root), exactly];
	}
	return [owner, isGiven(owner) ? exactly : unlimited];
}

/** A length that has room for the node's frame. */
function within(node, axis, value) {
	return larger(value, axis.frame(node));
}

/** Of two lengths the larger; a length that is not given is none. */
function larger(a, b) {
	if (isGiven(a) && isGiven(b)) {
		return Math.max(a, b);
	}
	return isGiven(a) ? a : b;
}

/**
 * Finds a node's size in the room given, margins included, and where it is placed sets the places of what is in it.
 * Sets foundWidth and foundHeight; placed, also placedWidth and placedHeight.
 */
function solve(node, width, height, widthMode, heightMode, isPlaced) {
	const known = node.found.find(
		(each) =>
			Object.is(each.width, width) &&
			Object.is(each.height, height) &&
			each.widthMode === widthMode &&
			each.heightMode === heightMode &&
			(each.isPlaced || !isPlaced),
	);
	// A placed result is good for placing again only as long as nothing was placed otherwise since.
	if (known !== undefined && (!isPlaced || node.lastPlaced === known)) {
		node.foundWidth = known.foundWidth;
		node.foundHeight = known.foundHeight;
	} else {
		solveAnew(node, width, height, widthMode, heightMode, isPlaced);
		const { foundWidth, foundHeight } = node;
		const result = { width, height, widthMode, heightMode, isPlaced, foundWidth, foundHeight };
		node.found.push(result);
		if (isPlaced) {
			node.lastPlaced = result;
		}
	}
	if (isPlaced) {
		node.placedWidth = node.foundWidth;
		node.placedHeight = node.foundHeight;
	}
}

function solveAnew(node, width, height, widthMode, heightMode, isPlaced) {
	const room = { width: width - across.margin(node), height: height - down.margin(node) };
	if (node.measure !== undefined) {
		measureText(node, room, widthMode, heightMode);
		return;
	}
	if (node.children.length === 0) {
		node.foundWidth = within(node, across, widthMode === exactly ? room.width : across.frame(node));
		node.foundHeight = within(node, down, heightMode === exactly ? room.height : down.frame(node));
		return;
	}
	if (!isPlaced && isFixed(room, widthMode, heightMode)) {
		node.foundWidth = within(node, across, isGiven(room.width) ? Math.max(0, room.width) : 0);
		node.foundHeight = within(node, down, isGiven(room.height) ? Math.max(0, room.height) : 0);
		return;
	}
	solveChildren(node, room, widthMode, heightMode, isPlaced);
}

/** Whether the size does not depend on what is in the box. */
function isFixed({ width, height }, widthMode, heightMode) {
	return (
		(widthMode === atMost && width <= 0) ||
		(heightMode === atMost && height <= 0) ||
		(widthMode === exactly && heightMode === exactly)
	);
}

function measureText(node, room, widthMode, heightMode) {
	if (widthMode === exactly && heightMode === exactly) {
		node.foundWidth = within(node, across, room.width);
		node.foundHeight = within(node, down, room.height);
		return;
	}
	const frame = { width: across.frame(node), height: down.frame(node) };
	const inner = (value, mode, around) =>
		mode === unlimited || !isGiven(value) ? Number.NaN : Math.max(0, value - around);
	const measured = node.measure(
		inner(room.width, widthMode, frame.width),
		widthMode,
		inner(room.height, heightMode, frame.height),
		heightMode,
	);
	node.foundWidth = within(node, across, widthMode === exactly ? room.width : (measured.width ?? 0) + frame.width);
	node.foundHeight = within(node, down, heightMode === exactly ? room.height : (measured.height ?? 0) + frame.height);
}

/** The room in a box. */
function innerLength(node, axis, room) {
	const inner = room - axis.frame(node);
	return isGiven(inner) ? Math.max(inner, 0) : inner;
}

function solveChildren(node, room, widthMode, heightMode, isPlaced) {
	const main = mainAxis(node);
	const cross = crossAxis(node);
	const modes = { width: widthMode, height: heightMode };
	const inner = { width: innerLength(node, across, room.width), height: innerLength(node, down, room.height) };
	const items = node.children.filter((child) => child.isShown);
	if (isPlaced) {
		node.children.filter((child) => !child.isShown).forEach(hide);
	}

	const only = modes[main.size] === exactly ? onlyFlexible(items) : undefined;
	for (const item of items) {
		item.flexBasis = item === only ? 0 : flexBasis(node, item, inner, modes);
	}

	const gap = main.gap(node);
	const line = {
		used: gap * Math.max(0, items.length - 1),
		grow: 0,
		shrink: 0,
	};
	for (const item of items) {
		line.used += item.flexBasis + main.margin(item);
		line.grow += item.grow;
		line.shrink -= item.shrink * item.flexBasis;
	}
	line.grow = line.grow > 0 && line.grow < 1 ? 1 : line.grow;
	line.shrink = line.shrink > 0 && line.shrink < 1 ? 1 : line.shrink;

	let innerMain = inner[main.size];
	const isByContent = modes[main.size] !== exactly;
	if (isByContent && (line.grow === 0 || node.grow === 0)) {
		innerMain = line.used;
	}
	let free = 0;
	if (!isByContent && isGiven(innerMain)) {
		free = innerMain - line.used;
	} else if (line.used < 0) {
		free = -line.used;
	}

	const canSkip = !isPlaced && modes[cross.size] === exactly;
	if (!canSkip) {
		free = distribute(node, items, line, free, inner[cross.size], modes, isPlaced);
	}
	const ends = placeMain(node, items, free, inner[cross.size], modes, canSkip, isPlaced);
	const crossFrame = cross.frame(node);
	const crossSize = modes[cross.size] === exactly ? inner[cross.size] : ends.cross;
	const lineCross = within(node, cross, crossSize + crossFrame) - crossFrame;
	if (isPlaced) {
		const box =
			modes[cross.size] === exactly ? inner[cross.size] : within(node, cross, ends.cross + crossFrame) - crossFrame;
		placeCross(node, items, lineCross, box);
	}

	const found = { [main.size]: ends.main, [cross.size]: lineCross + crossFrame };
	for (const axis of [across, down]) {
		node[axis.found] = within(node, axis, modes[axis.size] === exactly ? room[axis.size] : found[axis.size]);
	}
}

function hide(node) {
	Object.assign(node, {
		x: 0,
		y: 0,
		placedWidth: 0,
		placedHeight: 0,
		foundWidth: 0,
		foundHeight: 0,
		lastPlaced: undefined,
	});
	node.children.forEach(hide);
}

/** The one item that both grows and shrinks, where no other does either: it takes what is left, whatever is in it. */
function onlyFlexible(items) {
	let only;
	for (const item of items) {
		if (item.grow !== 0 || item.shrink !== 0) {
			if (only !== undefined || item.grow === 0 || item.shrink === 0) {
				return undefined;
			}
			only = item;
		}
	}
	return only;
}

const alignOf = (node, item) => (item.alignSelf === Align.Auto ? node.alignItems : item.alignSelf);

/** An item's length along the main axis before it grows or shrinks. */
function flexBasis(node, item, inner, modes) {
	const main = mainAxis(node);
	const cross = crossAxis(node);
	const frame = main.frame(item);
	if (isGiven(item[main.size])) {
		return Math.max(item[main.size], frame);
	}
	const room = { width: Number.NaN, height: Number.NaN };
	const roomModes = { width: unlimited, height: unlimited };
	for (const axis of [across, down]) {
		if (isGiven(item[axis.size])) {
			room[axis.size] = item[axis.size] + axis.margin(item);
			roomModes[axis.size] = exactly;
		} else if (isGiven(inner[axis.size])) {
			room[axis.size] = inner[axis.size];
			roomModes[axis.size] = atMost;
		}
	}
	const isStretched = alignOf(node, item) === Align.Stretch && roomModes[cross.size] !== exactly;
	if (isStretched && isGiven(inner[cross.size]) && modes[cross.size] === exactly) {
		room[cross.size] = inner[cross.size];
		roomModes[cross.size] = exactly;
	}
	solve(item, room.width, room.height, roomModes.width, roomModes.height, false);
	return Math.max(item[main.found], frame);
}

/** Shares what room is left, or lacks, among the items, and solves each in its share. @returns what is then left. */
function distribute(node, items, line, free, innerCross, modes, isPlaced) {
	const main = mainAxis(node);
	const factors = { ...line };
	let held = 0;
	for (const item of items) {
		const wanted = share(item, free, factors);
		const length = within(item, main, wanted);
		// One that cannot shrink below its frame: what it does not give is for the others to give.
		if (wanted !== length && wanted !== item.flexBasis) {
			held += length - item.flexBasis;
			factors.shrink += item.shrink * item.flexBasis;
		}
	}
	let taken = 0;
	for (const item of items) {
		const length = within(item, main, share(item, free - held, factors));
		taken += length - item.flexBasis;
		solveItem(node, item, length, innerCross, modes, isPlaced);
	}
	return free - taken;
}

/** What an item's length becomes of the room that is left over or lacking. */
function share({ flexBasis: basis, grow, shrink }, room, factors) {
	if (room < 0) {
		const factor = -shrink * basis;
		return factor === 0 ? basis : basis + (factors.shrink === 0 ? factor : (room / factors.shrink) * factor);
	}
	return room > 0 && grow !== 0 ? basis + (room / factors.grow) * grow : basis;
}

function solveItem(node, item, length, innerCross, modes, isPlaced) {
	const main = mainAxis(node);
	const cross = crossAxis(node);
	const room = { [main.size]: length + main.margin(item), [cross.size]: innerCross };
	const roomModes = { [main.size]: exactly, [cross.size]: isGiven(innerCross) ? atMost : unlimited };
	const isStretched = !isGiven(item[cross.size]) && alignOf(node, item) === Align.Stretch;
	if (isGiven(item[cross.size])) {
		room[cross.size] = item[cross.size] + cross.margin(item);
		roomModes[cross.size] = exactly;
	} else if (isStretched && isGiven(innerCross) && modes[cross.size] === exactly) {
		roomModes[cross.size] = exactly;
	}
	solve(item, room.width, room.height, roomModes.width, roomModes.height, isPlaced && !isStretched);
}

/** Places the items along the main axis. @returns where they end, and the largest across it. */
function placeMain(node, items, left, innerCross, modes, canSkip, isPlaced) {
	const main = mainAxis(node);
	const cross = crossAxis(node);
	const free = modes[main.size] === atMost && left > 0 ? 0 : left;
	const [leading, between] = justified(node.justify, free, items.length);
	let end = main.frameBefore(node) + leading;
	let largest = 0;
	for (const [index, item] of items.entries()) {
		if (isPlaced) {
			item[main.position] = end + main.marginBefore(item);
		}
		if (index < items.length - 1) {
			end += between + main.gap(node);
		}
		if (canSkip) {
			end += main.margin(item) + item.flexBasis;
			largest = innerCross;
		} else {
			end += item[main.found] + main.margin(item);
			largest = Math.max(largest, item[cross.found] + cross.margin(item));
		}
	}
	return { main: end + main.frame(node) - main.frameBefore(node), cross: largest };
}

/** The room before the first item and the room between two. */
function justified(justify, free, count) {
	switch (justify) {
		case Justify.Center:
			return [free / 2, 0];
		case Justify.FlexEnd:
			return [free, 0];
		case Justify.SpaceBetween:
			return [0, count > 1 && free > 0 ? free / (count - 1) : 0];
		case Justify.SpaceEvenly:
			return free > 0 ? [free / (count + 1), free / (count + 1)] : [0, 0];
		case Justify.SpaceAround:
			return free > 0 ? [free / count / 2, free / count] : [0, 0];
		default:
			return [0, 0];
	}
}

/** Places the items across the main axis; those that stretch are solved in their last size. */
function placeCross(node, items, lineCross, box) {
	const main = mainAxis(node);
	const cross = crossAxis(node);
	for (const item of items) {
		const align = alignOf(node, item);
		let start = cross.frameBefore(node) + cross.marginBefore(item);
		if (align === Align.Stretch) {
			if (!isGiven(item[cross.size])) {
				const room = { [main.size]: item[main.found] + main.margin(item), [cross.size]: lineCross };
				const modes = { [main.size]: exactly, [cross.size]: exactly };
				solve(item, room.width, room.height, modes.width, modes.height, true);
			}
		} else {
			const free = box - item[cross.found] - cross.margin(item);
			start += align === Align.Center ? free / 2 : align === Align.FlexEnd ? free : 0;
		}
		item[cross.position] = start;
	}
}

/** Gives each node whole columns and rows such that edges that meet still meet. */
function round(node, left, top) {
	const isText = node.measure !== undefined;
	const x = left + node.x;
	const y = top + node.y;
	node.computed = {
		left: whole(node.x, false, isText),
		top: whole(node.y, false, isText),
		width: wholeLength(x, node.placedWidth, isText),
		height: wholeLength(y, node.placedHeight, isText),
	};
	for (const child of node.children) {
		round(child, x, y);
	}
}

function wholeLength(start, size, isText) {
	const hasFraction = Math.abs(Math.round(size) - size) > tolerance;
	return whole(start + size, isText && hasFraction, isText && !hasFraction) - whole(start, false, isText);
}

const tolerance = 0.0001;

function whole(value, isUp, isDown) {
	const floor = Math.floor(value);
	const fraction = value - floor;
	if (fraction < tolerance) {
		return floor;
	}
	if (1 - fraction < tolerance || isUp) {
		return floor + 1;
	}
	return !isDown && fraction > 0.5 - tolerance ? floor + 1 : floor;
}
