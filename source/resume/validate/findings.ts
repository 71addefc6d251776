import type { Oddity } from "../document.ts";

/** Something wrong in a document, before its place in the file is known. */
export type Finding = Oddity & { severity: "error" | "warning" };
