import document from "../../data/starter.json" with { type: "json" };

/** A résumé to start from, as JSON text: each field says what belongs there, and each section is shown. */
export const starter = (): string => `${JSON.stringify(document, undefined, 2)}\n`;
