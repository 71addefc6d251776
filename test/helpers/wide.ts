import { prepareFor } from "../../source/text/width.ts";

// Whoever brings in text awaits this for it; tests that make up résumés bring in all kinds.
await prepareFor("清华");
