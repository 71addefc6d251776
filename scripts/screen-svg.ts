import type { Cell, Colour } from "../test/helpers/screen.ts";

/** Pixels of one cell, and of the room around the screen. */
const cell = { width: 8.4, height: 18 };
const margin = 16;
const bar = 30;

/** A run of cells on one line that look the same. */
type Run = { x: number; y: number; columns: number; text: string; like: Cell };

/**
 * A screen as a picture: an SVG with its text as text, light or dark as the reader's page is.
 *
 * @param lines the cells of each line, from the top
 * @param title what one who cannot see the picture is told
 */
export function screenSvg(lines: readonly (readonly Cell[])[], size: { columns: number; rows: number }, title: string) {
	const width = size.columns * cell.width + 2 * margin;
	const height = size.rows * cell.height + 2 * margin + bar;
	const runs = lines.flatMap(toRuns);
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width)} ${round(height)}" role="img" aria-labelledby="title">
<title id="title">${escaped(title)}</title>
<style>
${style}
</style>
<rect class="screen" width="100%" height="100%" rx="10"/>
<g class="dots"><circle cx="20" cy="18" r="6"/><circle cx="40" cy="18" r="6"/><circle cx="60" cy="18" r="6"/></g>
<g transform="translate(${margin} ${margin + bar})">
${runs.map(drawRun).join("\n")}
</g>
</svg>
`;
}

function toRuns(line: readonly Cell[]): Run[] {
	const runs: Run[] = [];
	for (const each of line) {
		const last = runs.at(-1);
		// A wide character stands alone, so that fonts in which it is not two columns wide move nothing else.
		const canJoin =
			last !== undefined && each.width === 1 && last.columns === last.text.length && isAlike(last.like, each);
		if (canJoin) {
			last.text += each.text;
			last.columns += 1;
		} else {
			runs.push({ x: each.x, y: each.y, columns: each.width, text: each.text, like: each });
		}
	}
	return runs.filter(({ text, like }) => text.trim() !== "" || like.background !== undefined || like.isInverse);
}

const looks = ["foreground", "background", "isBold", "isDim", "isItalic", "isUnderlined", "isInverse"] as const;
const isAlike = (a: Cell, b: Cell) => looks.every((look) => a[look] === b[look]);

function drawRun({ x, y, columns, text, like }: Run): string {
	const [left, top, width] = [x * cell.width, y * cell.height, columns * cell.width].map(round);
	const colours = like.isInverse ? [like.background, like.foreground] : [like.foreground, like.background];
	const [ink, ground] = colours as [Colour, Colour];
	const hasGround = ground !== undefined || like.isInverse;
	const classes = [
		hasGround && ink === undefined ? "ground-ink" : classOf(ink, "c"),
		like.isBold && "bold",
		like.isDim && "dim",
		like.isItalic && "italic",
		like.isUnderlined && "underlined",
	].filter(Boolean);
	const box = hasGround
		? `<rect class="${classOf(ground, "g") || "ink-ground"}" x="${left}" y="${top}" width="${width}" height="${cell.height}"/>`
		: "";
	const words = text.trim();
	if (words === "") {
		return box;
	}
	const indent = columns === text.length ? (text.length - text.trimStart().length) * cell.width : 0;
	const given = classes.length > 0 ? ` class="${classes.join(" ")}"` : "";
	// The length holds the columns in place whatever font the reader has.
	const length = columns === text.length ? words.length * cell.width : columns * cell.width;
	return `${box}<text${given} x="${round(left! + indent)}" y="${round(top! + cell.height * 0.72)}" textLength="${round(length)}" lengthAdjust="spacingAndGlyphs" xml:space="preserve">${escaped(words)}</text>`;
}

/** The terminal's own sixteen by class, so that a page's scheme can change them; others are not used by the program. */
function classOf(colour: Colour, prefix: string): string {
	return typeof colour === "number" && colour < 16 ? `${prefix}${colour}` : "";
}

const round = (value: number) => Math.round(value * 100) / 100;

function escaped(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

const dark = ["#484f58", "#ff7b72", "#3fb950", "#d29922", "#58a6ff", "#bc8cff", "#39c5cf", "#b1bac4"];
const light = ["#24292f", "#cf222e", "#116329", "#7d4e00", "#0969da", "#8250df", "#1b7c83", "#57606a"];

const palette = (colours: readonly string[]) =>
	colours
		.map((colour, index) => `.c${index},.c${index + 8}{fill:${colour}}.g${index},.g${index + 8}{fill:${colour}}`)
		.join("");

const style = `text{font:14px ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono","Noto Sans Mono CJK SC",monospace;fill:#1f2328}
.screen{fill:#ffffff;stroke:#d0d7de}.dots{fill:#d0d7de}.ink-ground{fill:#1f2328}.ground-ink{fill:#ffffff}
.bold{font-weight:700}.dim{opacity:.62}.italic{font-style:italic}.underlined{text-decoration:underline}
${palette(light)}
@media (prefers-color-scheme:dark){text{fill:#e6edf3}.screen{fill:#0d1117;stroke:#30363d}.dots{fill:#30363d}.ink-ground{fill:#e6edf3}.ground-ink{fill:#0d1117}
${palette(dark)}}`;
