// Borders and backgrounds of boxes, with a package of eight kinds of border: the program has rules and no boxes to see.
export default function drawDecoration(_x, _y, { style }) {
	if (style.borderStyle || style.backgroundColor) {
		throw new Error("borders and backgrounds of boxes are left out: see build/instead/plain-boxes.mjs");
	}
}
