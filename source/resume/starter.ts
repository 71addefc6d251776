import document from "../../data/starter.json" with { type: "json" };

/**
 * A résumé to start from: each field says what belongs there, and each section is shown.
 * @param schema the address of the schema that editors complete it from.
 */
export const starter = (schema: string): string =>
	`${JSON.stringify({ ...document, $schema: schema }, undefined, 2)}\n`;
