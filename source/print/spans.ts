import { spansText } from "../resume/blocks.ts";
import type { Span } from "../resume/model.ts";
import type { Style } from "./style.ts";
import { wrap } from "./width.ts";

/** The spans wrapped as one text, each in its style: only after wrapping, so that no line ends within a colour's code. */
export function wrapSpans(spans: readonly Span[], width: number, style: Style): string[] {
	const lines = wrap(spansText(spans).replace(/\s+/gu, " ").trim(), width);
	if (!spans.some(({ href, isOwner }) => href !== undefined || isOwner)) {
		return lines;
	}

	// Wrapping changes white space alone, so that the signs between it tell where in the spans a line stands.
	const ofSign = spans.flatMap((span) => Array<Span>(span.text.replace(/\s/gu, "").length).fill(span));
	let signs = 0;
	return lines.map((line) => {
		const runs: Span[] = [];
		for (const character of line.split("")) {
			const span = /\s/.test(character) ? ofSign[Math.max(0, signs - 1)] : ofSign[signs++];
			const run = runs.at(-1);
			if (run && run.href === span?.href && run.isOwner === span?.isOwner) {
				run.text += character;
			} else {
				runs.push({ ...span, text: character });
			}
		}

		return runs.map((run) => styled(run, style)).join("");
	});
}

const styled = ({ text, href, isOwner }: Span, style: Style) =>
	isOwner ? style.owner(text) : href === undefined ? text : style.link(text);
