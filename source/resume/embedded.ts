import { type Loaded, loadFile } from "./load.ts";

/**
 * The résumé that the package carries. The build puts what was loaded of it in this module's place, so that no visitor waits
 * for what comes out the same each time.
 */
export const embeddedResume: Loaded = await loadFile("data/resume.json");
