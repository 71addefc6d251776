import type { Block, Span } from "../../resume/model.ts";
import { linkTarget } from "./address.ts";
import { html, type Markup } from "./markup.ts";

/** Paragraphs, and bullets that follow each other as one list. */
export function bodyMarkup(body: readonly Block[]): Markup {
	const parts: Markup[] = [];
	for (let index = 0; index < body.length; ) {
		const { kind, spans, children } = body[index]!;
		if (kind === "paragraph") {
			parts.push(html`<p>${spans.map(spanMarkup)}</p>\n${children.length > 0 && listMarkup(children)}`);
			index++;
		} else {
			const end = body.findIndex((block, other) => other > index && block.kind !== "bullet");
			const bullets = body.slice(index, end === -1 ? undefined : end);
			parts.push(listMarkup(bullets));
			index += bullets.length;
		}
	}

	return html`${parts}`;
}

function listMarkup(bullets: readonly Block[]): Markup {
	return html`<ul>
${bullets.map(
	({ spans, children }) =>
		html`<li>${spans.map(spanMarkup)}${children.length > 0 && html`\n${listMarkup(children)}`}</li>\n`,
)}</ul>
`;
}

export function spanMarkup({ text, href, isOwner, isBold, isItalic, isCode }: Span): Markup {
	const content = href === undefined ? html`${text}` : linkMarkup(text, href);
	const literal = isCode ? html`<code>${content}</code>` : content;
	const emphasised = isItalic ? html`<em>${literal}</em>` : literal;
	return isOwner || isBold ? html`<strong>${emphasised}</strong>` : emphasised;
}

/** A link that says where it leads on paper too, unless its text is the address. */
export function linkMarkup(text: string, url: string, kind?: string): Markup {
	const target = linkTarget(url);
	if (target === undefined) {
		return html`${text}${text !== url && html` (${url})`}`;
	}

	const isNamed = text !== url && /^https?:/.test(target);
	const classes = [kind, isNamed ? "named" : undefined].filter((each) => each !== undefined).join(" ");
	return html`<a${classes !== "" && html` class="${classes}"`} href="${target}">${text}</a>`;
}
