import { spansText } from "../resume/blocks.ts";
import type { Span } from "../resume/model.ts";
import { plainStyle } from "./plain-style.ts";
import type { Style } from "./style.ts";
import { wrap } from "./width.ts";

/** The spans wrapped as one text, each in its style: only after wrapping, so that no line ends within a colour's code. */
export function wrapSpans(spans: readonly Span[], width: number, style: Style): string[] {
	const lines = wrap(spansText(spans).replace(/\s+/g, " ").trim(), width);
	if (style === plainStyle || spans.every((span) => lookOf(span) === undefined)) {
		return lines;
	}

	// Wrapping changes white space alone, so that the signs between it tell where in the spans a line is.
	const ofSign = spans.flatMap((span) => Array<Span>(span.text.replace(/\s/gu, "").length).fill(span));
	let signs = 0;
	return lines.map((line) => {
		const runs: Span[] = [];
		for (const character of line.split("")) {
			const span = /\s/.test(character) ? ofSign[Math.max(0, signs - 1)] : ofSign[signs++];
			const run = runs.at(-1);
			if (run && span && run.href === span.href && lookOf(run) === lookOf(span)) {
				run.text += character;
			} else {
				runs.push({ ...span, text: character });
			}
		}

		return runs.map((run) => styled(run, style)).join("");
	});
}

type Look = keyof Pick<Style, "owner" | "link" | "strong" | "emphasis" | "literal">;

/** How a span is set off, if it is. */
function lookOf({ href, isOwner, isBold, isItalic, isCode }: Span): Look | undefined {
	if (isOwner) {
		return "owner";
	}

	return href !== undefined ? "link" : isCode ? "literal" : isBold ? "strong" : isItalic ? "emphasis" : undefined;
}

function styled(span: Span, style: Style): string {
	const look = lookOf(span);
	return look === undefined ? span.text : style[look](span.text);
}
