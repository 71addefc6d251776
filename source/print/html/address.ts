/** The schemes that a page links to. Whatever else a résumé names, `javascript:` for one, stays text. */
const schemes = ["http:", "https:", "mailto:", "tel:"];

/** The address as a link may carry it; undefined if it isn't one that a page links to. */
export function linkTarget(address: string): string | undefined {
	const url = URL.canParse(address) ? new URL(address) : undefined;
	return url && schemes.includes(url.protocol) ? url.href : undefined;
}
