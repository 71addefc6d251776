import headless from "@xterm/headless";
import jsQr from "jsqr";
import { readCells } from "./screen.ts";

// Its typings name a default export that Node.js does not see in a CommonJS module.
const readCode = jsQr as unknown as typeof jsQr.default;

/** What a camera distinguishes: 0 is black, 255 is white. */
type Shade = number;

/** Pixels of a cell: wide and high; half blocks fill 4 rows of them. */
const cell = { width: 4, height: 8 };

/** Reads a QR code out of its own lines, as they are on paper or as they are on a black screen; no other polarity. */
export function decodeText(lines: readonly string[], { isInkDark }: { isInkDark: boolean }): string | undefined {
	const [ink, ground] = isInkDark ? [0, 255] : [255, 0];
	return decode(
		lines.map((line) => [...line].map((text) => ({ text, ink, ground }))),
		ground,
	);
}

/** Reads the QR code that printed text shows on a terminal of these colours; no other polarity. */
export async function decodeScreen(
	printed: string,
	{ background, foreground }: { background: string; foreground: string },
): Promise<string | undefined> {
	const lines = printed.split("\n");
	const terminal = new headless.Terminal({ cols: 220, rows: lines.length + 1, allowProposedApi: true });
	await new Promise<void>((resolve) => terminal.write(printed.replaceAll("\n", "\r\n"), resolve));
	const shade = (colour: number | string | undefined, own: string): Shade =>
		typeof colour === "number" ? palette[colour]! : shadeOf(colour ?? own);
	const rows = readCells(terminal).map((cells) =>
		cells.map(({ text, foreground: ink, background: ground }) => ({
			text,
			ink: shade(ink, foreground),
			ground: shade(ground, background),
		})),
	);
	terminal.dispose();
	return decode(rows, shadeOf(background));
}

/** The two of the sixteen colours that a code is drawn in. */
const palette: Record<number, Shade> = { 0: 0, 15: 255 };

/** How light `#rrggbb` is. */
const shadeOf = (colour: string): Shade => {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((index) => Number.parseInt(colour.slice(index, index + 2), 16));
	return Math.round(red * 0.299 + green * 0.587 + blue * 0.114);
};

type Painted = { text: string; ink: Shade; ground: Shade };

function decode(rows: Painted[][], around: Shade): string | undefined {
	const columns = Math.max(...rows.map((row) => row.length));
	const [width, height] = [columns * cell.width, rows.length * cell.height];
	const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const painted = rows[Math.floor(y / cell.height)]![Math.floor(x / cell.width)];
			const isUpper = y % cell.height < cell.height / 2;
			pixels.fill(painted ? shadeAt(painted, isUpper) : around, (y * width + x) * 4, (y * width + x) * 4 + 3);
		}
	}

	return readCode(pixels, width, height, { inversionAttempts: "dontInvert" })?.data;
}

function shadeAt({ text, ink, ground }: Painted, isUpper: boolean): Shade {
	switch (text) {
		case "█":
		case "#":
			return ink;
		case "▀":
			return isUpper ? ink : ground;
		case "▄":
			return isUpper ? ground : ink;
		default:
			return ground;
	}
}
