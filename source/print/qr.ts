import { encode } from "uqr";

/** Light modules on each side that the standard (ISO/IEC 18004 §9.1) asks for, and what cameras mostly still read. */
const quietZones = [4, 2];

/** A QR code as its modules, the quiet zone included: rows of columns, true for a dark one. */
export type Modules = readonly (readonly boolean[])[];

/** How modules become characters. */
export type QrLook = {
	/**
	 * True where the text is darker than its background: dark modules are drawn and light ones left blank. False where it
	 * is lighter: light modules are drawn, so that the dark ones are dark here too.
	 */
	isInkDark: boolean;
	/** One row of modules a line, two columns a module, with nothing but number signs. */
	isAscii: boolean;
};

/** The first of the contents, best first, whose code fits into the columns and rows; undefined if none does. */
export function fittingQr(
	contents: readonly string[],
	{ columns, rows, isAscii }: { columns: number; rows: number; isAscii: boolean },
): Modules | undefined {
	for (const content of contents) {
		const bytes = [...Buffer.from(content)];
		const options = { ecc: "L", boostEcc: true } as const;
		// Every mask gives the same size; to find the best of the eight takes most of the time.
		const { size } = encode(bytes, { ...options, border: 0, maskPattern: 0 });
		const border = quietZones.find((each) => {
			const modules = size + 2 * each;
			const [width, height] = isAscii ? [modules * 2, modules] : [modules, Math.ceil(modules / 2)];
			return width <= columns && height <= rows;
		});
		if (border !== undefined) {
			return encode(bytes, { ...options, border }).data;
		}
	}

	return undefined;
}

/** The code as lines of equal width: half blocks, two rows of modules a line, or number signs. */
export function qrLines(modules: Modules, { isInkDark, isAscii }: QrLook): string[] {
	const hasInk = (row: number, column: number) => (modules[row]?.[column] ?? false) === isInkDark;
	const columns = [...modules[0]!.keys()];
	if (isAscii) {
		return modules.map((_, row) => columns.map((column) => (hasInk(row, column) ? "##" : "  ")).join(""));
	}

	return Array.from({ length: Math.ceil(modules.length / 2) }, (_, line) =>
		columns
			.map((column) => {
				const upper = hasInk(line * 2, column);
				const lower = hasInk(line * 2 + 1, column);
				return upper ? (lower ? "█" : "▀") : lower ? "▄" : " ";
			})
			.join(""),
	);
}
