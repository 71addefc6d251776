// @ts-check
// Which modules share a file of the program. Each dynamic import of the source begins a file; what several of them need
// would get a file for each set of them. Opening one takes Node.js as long as reading 20 kB more of another, so what the
// usual starts need is joined in a few.
import path from "node:path";
import { root } from "./evaluate.mjs";

/**
 * A module goes to the first group that fits, with everything it imports that no earlier group has.
 *
 * @type {{ name: string, modules: RegExp, tags?: ["$initial"] }[]} modules: their paths below the project's folder; tags:
 *   only those that the entries import statically
 */
const groups = [
	// What every call does, whatever it asks for. The résumé is in cli.cjs alone.
	{ name: "start", modules: /^source\/(?!resume\/embedded\.ts)/, tags: ["$initial"] },
	// What browsing, printing and serving share.
	{
		name: "common",
		modules:
			/^source\/(?:resume\/(?:blocks|dates|given-name|groups|json-resume|links|name|timeline|words\/words)|print\/(?:glyphs|plain-style|print|vcard|width)|text\/bidi|call\/come-back|cli\/deliver)\.ts$/,
	},
	{ name: "colours", modules: /^source\/(?:paint|theme)\.ts$/ },
	// What printing a résumé's JSON shares with loading one.
	{ name: "fields", modules: /^source\/resume\/normalise\/field-names\.ts$/ },
	{ name: "card", modules: /^source\/print\/(?:card|qr)\.ts$/ },
	// The first frame.
	{ name: "viewer", modules: /^source\/ui\/(?:content|frame\/(?!pointer|spoken)|screens\/|terminal\/first-frame)/ },
	// What Ink and text that is not narrow share.
	{ name: "ansi", modules: /\bnode_modules\/(?:cli-truncate|is-fullwidth-code-point)\// },
	{ name: "ink", modules: /\bnode_modules\/(?:ink|ink-select-input|react)\// },
	{ name: "load", modules: /^source\/resume\/(?:document|formats\/|load|normalise\/(?!named)|privacy\/|words\/en)/ },
	{ name: "ssh", modules: /^source\/ssh\/(?!metrics|screen\/|serve|workers)|\bnode_modules\/ssh2\// },
];

/** @type {import("rolldown").CodeSplittingOptions} */
export const codeSplitting = {
	groups: groups.map(({ name, modules, tags }) => ({
		name,
		tags,
		test: (module) => modules.test(below(module)),
	})),
};

/**
 * What a file is called: as its dynamic import, "cli-print", or as its group.
 *
 * @param {import("rolldown").PreRenderedChunk} chunk
 */
export const fileName = ({ facadeModuleId, isEntry, name }) =>
	`${
		facadeModuleId === null || isEntry
			? name
			: below(facadeModuleId)
					.replace(/.*node_modules\/|^source\/|(?:\/index)?\.\w+$/g, "")
					.replaceAll("/", "-")
	}.js`;

/** A module's path below the project's folder, as on POSIX. */
const below = (/** @type {string} */ module) => path.relative(root, module).replaceAll("\\", "/");
