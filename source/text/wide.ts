/** What text needs that is not all of narrow characters: loaded by `width.ts` when there is such text. */
export { default as truncate } from "cli-truncate";
export { default as width } from "string-width";
export { graphemes } from "./graphemes.ts";
export { wrapWide as wrap } from "./line-breaking.ts";
