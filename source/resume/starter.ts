import document from "../../data/starter.json" with { type: "json" };

/**
 * A résumé to start from: each field says what belongs there, and each section is shown.
 * @param schema the address of the schema that editors complete it from.
 */
export const starter = (schema: string): string =>
	`${JSON.stringify({ ...document, $schema: schema }, undefined, 2)}\n`;

/** The same as YAML, naming the schema in the way of YAML's language server (https://github.com/redhat-developer/yaml-language-server). */
export async function yamlStarter(schema: string): Promise<string> {
	const { dump } = await import("js-yaml");
	const { $schema: _, ...rest } = document;
	return `# yaml-language-server: $schema=${schema}\n${dump(rest, { lineWidth: 100 })}`;
}
