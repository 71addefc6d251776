// @ts-check
// The packages in the program, for tools that match them with advisories: https://cyclonedx.org/docs/1.6/json/

/**
 * @param {{ name: string, version: string, license: string }} program
 * @param {import("./packages.mjs").Package[]} packages
 * @returns {string} a bill of materials; the same for the same packages
 */
export function billOfMaterials(program, packages) {
	const bill = {
		bomFormat: "CycloneDX",
		specVersion: "1.6",
		version: 1,
		metadata: { component: { type: "application", ...component(program) } },
		components: packages.map((each) => ({ type: "library", ...component(each) })),
		dependencies: [{ ref: address(program), dependsOn: packages.map(address) }],
	};
	return `${JSON.stringify(bill, undefined, "\t")}\n`;
}

/** @typedef {{ name: string | null, version: string | null, license?: string | null }} Named license: as SPDX writes it */

/** Its package URL, https://github.com/package-url/purl-spec: "pkg:npm/%40noble/hashes@2.4.0". */
const address = (/** @type {Named} */ { name, version }) => `pkg:npm/${name?.replace("@", "%40")}@${version}`;

/** @param {Named} each */
function component({ name, version, license = "" }) {
	const isExpression = / (?:AND|OR|WITH) /.test(license ?? "");
	return {
		"bom-ref": address({ name, version }),
		name,
		version,
		purl: address({ name, version }),
		licenses: [isExpression ? { expression: license } : { license: { id: license } }],
	};
}
