/** HTML that can go into a page as it is. Only `html` makes it, so that no text gets there unescaped. */
export class Markup {
	constructor(readonly source: string) {}
}

type Value = string | number | Markup | undefined | false | readonly Value[];

/**
 * A template of HTML. Every value is text and is escaped, in content as in a quoted attribute; only `Markup` is taken as
 * it is. A list is joined; undefined and false leave nothing.
 */
export function html(template: TemplateStringsArray, ...values: readonly Value[]): Markup {
	return new Markup(
		template.map((part, index) => part + (index < values.length ? sourceOf(values[index]) : "")).join(""),
	);
}

function sourceOf(value: Value): string {
	if (value === undefined || value === false) {
		return "";
	}

	if (value instanceof Markup) {
		return value.source;
	}

	return typeof value === "object" ? value.map(sourceOf).join("") : escapeText(String(value));
}

const references: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const escapeText = (text: string) => text.replace(/[&<>"']/g, (sign) => references[sign]!);

/** The parts with the separator between them. */
export const joined = (parts: readonly Markup[], separator: Markup): Markup =>
	new Markup(parts.map(({ source }) => source).join(separator.source));

/**
 * Data for machines that read the page, as JSON in an element that browsers don't run. `<` is escaped: no text can end
 * the element (HTML §4.12.1.3, restrictions for contents of script elements).
 */
export const jsonMarkup = (type: string, data: unknown): Markup =>
	new Markup(`<script type="${type}">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script>`);

/** A style sheet of the program's own; nothing of a résumé may be in it. */
export const styleMarkup = (style: string): Markup => new Markup(`<style>${style}</style>`);
