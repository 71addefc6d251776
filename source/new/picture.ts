import { type Accent, type Hex, pageAccent, type ShownColour } from "../accent.ts";
import { givenName } from "../resume/given-name.ts";
import type { Resume } from "../resume/model.ts";
import { graphemes } from "../text/graphemes.ts";
import { widthOf } from "../text/width.ts";
import { createTheme, type TextStyle, type Theme } from "../theme.ts";
import { createContent } from "../ui/content.ts";
import { frameOf, frameRows } from "../ui/frame/frame.ts";
import type { Size } from "../ui/frame/layout.ts";
import type { Line, Piece } from "../ui/frame/line.ts";
import { initialState } from "../ui/state/state.ts";

/** Pixels of one cell, and of the room around the screen. */
const cell = { width: 8.4, height: 18 };
const margin = 16;
const bar = 30;

/** The background that a picture is for; "page" is that of the page which shows it. */
export type Background = "light" | "dark" | "page";

/** The résumé's home screen as a picture. */
export function homePicture(
	resume: Resume,
	size: Size = { columns: 100, rows: 24 },
	background: Background = "page",
): string {
	const state = initialState(createContent(resume), { isInkDark: true }, size);
	const title = `${givenName(resume) ?? "A résumé"} in a terminal`;
	return linesPicture(frameRows(frameOf(state)), size, title, resume.accent, background);
}

/**
 * A screen as a picture: an SVG with its text as text.
 * @param lines the screen's, from the top.
 * @param title what the picture is called for those who can't see it.
 */
export function linesPicture(
	lines: readonly Line[],
	size: Size,
	title: string,
	accent?: Accent,
	background: Background = "page",
): string {
	const theme = createTheme({ hasColours: true, colourDepth: 24 }, accent);
	const width = size.columns * cell.width + 2 * margin;
	const height = size.rows * cell.height + 2 * margin + bar;
	const runs = lines.flatMap(({ pieces }, row) => toRuns(pieces).map((run) => drawRun(run, row, theme[run.role])));
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width)} ${round(height)}" role="img" aria-labelledby="title">
<title id="title">${escaped(title)}</title>
<style>
${styleOf(theme, background)}
</style>
<rect class="screen" width="100%" height="100%" rx="10"/>
<g class="dots"><circle cx="20" cy="18" r="6"/><circle cx="40" cy="18" r="6"/><circle cx="60" cy="18" r="6"/></g>
<g transform="translate(${margin} ${margin + bar})">
${runs.filter((run) => run !== "").join("\n")}
</g>
</svg>
`;
}

/** A stretch of a line that looks the same and is one text element. */
type Run = Pick<Piece, "text" | "role"> & { column: number; columns: number };

function toRuns(pieces: readonly Piece[]): Run[] {
	const runs: Run[] = [];
	let column = 0;
	for (const { text, role } of pieces) {
		let last: Run | undefined;
		for (const segment of graphemes(text)) {
			const columns = widthOf(segment);
			// A wide character is alone, so that fonts in which it isn't two columns wide move nothing else.
			if (last !== undefined && columns === 1 && last.columns === last.text.length) {
				last.text += segment;
				last.columns += 1;
			} else {
				last = { text: segment, role, column, columns };
				runs.push(last);
			}

			column += columns;
		}
	}

	return runs;
}

function drawRun({ text, column, columns }: Run, row: number, look: TextStyle): string {
	if (look.backgroundColor !== undefined) {
		return drawBlocks(text, column, row);
	}

	const words = text.trim();
	const [x, y, width] = [column * cell.width, row * cell.height, columns * cell.width].map(round);
	const box =
		look.inverse === true
			? `<rect class="inverse-ground" x="${x}" y="${y}" width="${width}" height="${cell.height}"/>`
			: "";
	if (words === "") {
		return box;
	}

	const classes = [
		look.inverse === true ? "inverse" : look.color === undefined ? "" : classOf(look.color),
		look.bold === true ? "bold" : "",
		look.dimColor === true ? "dim" : "",
		look.underline === true ? "underlined" : "",
	].filter((name) => name !== "");
	const indent = text.length - text.trimStart().length;
	// The length holds the columns in place whatever font the reader has.
	const length = (columns === text.length ? words.length : columns) * cell.width;
	const left = round((column + indent) * cell.width);
	const given = classes.length > 0 ? ` class="${classes.join(" ")}"` : "";
	return `${box}<text${given} x="${left}" y="${round(row * cell.height + cell.height * 0.72)}" textLength="${round(length)}" lengthAdjust="spacingAndGlyphs" xml:space="preserve">${escaped(words)}</text>`;
}

/** A stretch of a code: its blocks drawn, since no font joins them without seams; dark on light on any background. */
function drawBlocks(text: string, column: number, row: number): string {
	const [left, top] = [column * cell.width, row * cell.height];
	const half = cell.height / 2;
	const blocks = [...text].flatMap((character, at) => {
		const [isUpper, isLower] = [character === "█" || character === "▀", character === "█" || character === "▄"];
		const height = isUpper && isLower ? cell.height : half;
		const x = round(left + at * cell.width);
		return isUpper || isLower
			? [`M${x} ${round(top + (isUpper ? 0 : half))}h${cell.width}v${height}h-${cell.width}z`]
			: [];
	});
	const ground = `<rect class="code-ground" x="${round(left)}" y="${round(top)}" width="${round(text.length * cell.width)}" height="${cell.height + 0.5}"/>`;
	return blocks.length === 0 ? ground : `${ground}<path class="code" d="${blocks.join("")}"/>`;
}

const round = (value: number) => Math.round(value * 100) / 100;

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** The colours of a theme on a page: each in a class of its own. */
const palette = (theme: Theme, background: Hex) =>
	[...new Set(Object.values(theme).map(({ color }) => color))]
		.filter((color) => color !== undefined)
		.map((color) => `.${classOf(color)}{fill:${pageAccent(color as Accent, background)}}`)
		.join("");

const classOf = (color: ShownColour) => color.replace("#", "x");

const font = 'ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono","Noto Sans Mono CJK SC",monospace';

const lightColours = (theme: Theme) =>
	`text{fill:#1f2328}.screen{fill:#ffffff;stroke:#d0d7de}.dots{fill:#d0d7de}.inverse-ground{fill:#1f2328}.inverse{fill:#ffffff}
${palette(theme, "#ffffff")}`;

const darkColours = (theme: Theme) =>
	`text{fill:#e6edf3}.screen{fill:#0d1117;stroke:#30363d}.dots{fill:#30363d}.inverse-ground{fill:#e6edf3}.inverse{fill:#0d1117}
${palette(theme, "#0d1117")}`;

function styleOf(theme: Theme, background: Background): string {
	const colours = {
		light: () => lightColours(theme),
		dark: () => darkColours(theme),
		page: () => `${lightColours(theme)}
@media (prefers-color-scheme:dark){${darkColours(theme)}}`,
	};
	return `text{font:14px ${font}}
.bold{font-weight:700}.dim{opacity:.62}.underlined{text-decoration:underline}.code-ground{fill:#ffffff}.code{fill:#000000}
${colours[background]()}`;
}
