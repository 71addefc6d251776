import document from "../../data/resume.json" with { type: "json" };
import { type Loaded, loadDocument } from "./load.ts";

/**
 * The résumé that the package carries, as it is without further wishes. The build puts what this gives in its place, so
 * that no visitor waits for what comes out the same each time.
 */
export const embeddedResume: Loaded = await loadDocument(document, "data/resume.json");
