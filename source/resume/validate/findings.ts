import type { Oddity } from "../document.ts";

/** Something wrong in a document, before it is known where in the file that is. */
export type Finding = Oddity & { severity: "error" | "warning" };
