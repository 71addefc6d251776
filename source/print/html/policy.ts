import type { Accent } from "../../accent.ts";
import { styleSheet } from "./style.ts";

/** The hash of the style sheet without an accent, in Base64: loading what computes it takes longer than printing the page. */
const usualHash = "sZGgAPK0b88yY0hH8ljjai1v8oruOtkqmJVGlkFtBc4=";

/**
 * What the page may do, as a Content-Security-Policy (https://www.w3.org/TR/CSP3/): be drawn with its one style sheet.
 * It runs nothing, fetches nothing and sends nothing.
 */
export const pagePolicy = async (style: string): Promise<string> =>
	[
		"default-src 'none'",
		`style-src 'sha256-${style === styleSheet() ? usualHash : await hashOf(style)}'`,
		"base-uri 'none'",
		"form-action 'none'",
	].join("; ");

/** The same for the header of an HTTP answer, which can also say that no page may frame it. */
export const pagePolicyHeader = async (accent?: Accent): Promise<string> =>
	`${await pagePolicy(styleSheet(accent))}; frame-ancestors 'none'`;

async function hashOf(style: string): Promise<string> {
	const { createHash } = await import("node:crypto");
	return createHash("sha256").update(style).digest("base64");
}
