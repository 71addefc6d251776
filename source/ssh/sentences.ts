import type { EndReason } from "./meter.ts";

/** What visitors read when a limit ends their visit: what was too much, and what helps. */
const sentences: Partial<Record<EndReason, string>> = {
	behind: "Ended: more arrived from your terminal than could be read. Please come back.",
	unread: "Ended: too much was typed or pasted at once. Please come back.",
	unsent: "Ended: your terminal didn't take what was sent to it. Please come back.",
	rekeys: "Ended: your client exchanges keys too often; a larger RekeyLimit helps.",
};

export const sentenceOf = (reason: EndReason): string => sentences[reason] ?? "Ended by the server. Please come back.";
