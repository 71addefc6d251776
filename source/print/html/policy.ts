import { createHash } from "node:crypto";
import type { Accent } from "../../accent.ts";
import { styleSheet } from "./style.ts";

/**
 * What the page may do, as a Content-Security-Policy (https://www.w3.org/TR/CSP3/): be drawn with its one style sheet.
 * It runs nothing, fetches nothing and sends nothing.
 */
export const pagePolicy = (style: string): string =>
	[
		"default-src 'none'",
		`style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`,
		"base-uri 'none'",
		"form-action 'none'",
	].join("; ");

/** The same for the header of an HTTP answer, which can also say that no page may frame it. */
export const pagePolicyHeader = (accent?: Accent): string =>
	`${pagePolicy(styleSheet(accent))}; frame-ancestors 'none'`;
