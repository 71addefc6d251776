import type { EndReason } from "./meter.ts";

/** What a visitor reads whom a limit ends: what was too much, and that it isn't the résumé's fault. */
const sentences: Partial<Record<EndReason, string>> = {
	behind: "Ended: more arrived from your terminal than could be read. Please come back.",
	unread: "Ended: too much was typed or pasted at once. Please come back.",
	rekeys: "Ended: your client exchanges keys too often; a larger RekeyLimit helps.",
	visits: "All places are taken at the moment. Please come back in a few minutes.",
};

export const sentenceOf = (reason: EndReason): string => sentences[reason] ?? "Ended by the server. Please come back.";
