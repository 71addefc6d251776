// @ts-check
// The modules that aren't bundled as they are published, each as a whole and for a reason. What replaces them
// is in build/instead/; there, "original:NAME" is the module itself.
import path from "node:path";

const instead = path.join(import.meta.dirname, "instead");
const of = (/** @type {string} */ name) => new RegExp(String.raw`[\\/]node_modules[\\/]${name}[\\/]`);

/**
 * @type {{ name: RegExp, importer: RegExp, file?: string }[]}
 *   name: as it is imported; importer: by which files; file: what they get; nothing if it's left out
 */
const aliases = [
	// React's developer tools, which are not in the package; Ink asks for them only where DEV is set and they are installed.
	{ name: /^\.\/devtools\.js$/, importer: of("ink") },
	// Native code, compiled where ssh2 is installed and optional: the package runs everywhere and has none.
	{ name: /^cpu-features$|sshcrypto\.node$/, importer: of("ssh2"), file: "unavailable.cjs" },
	// A third of the server's file: ssh2's side of SFTP, which is offered to nobody, and what reads a key with a passphrase,
	// which the host key has none of.
	{ name: /^bcrypt-pbkdf$|\/SFTP\.js$/, importer: of("ssh2"), file: "unused.cjs" },
	// A call of the system for each packet's padding: a twentieth of a connection's CPU.
	{ name: /^crypto$/, importer: of("ssh2"), file: "crypto.cjs" },
	// The expression for all emoji and the first segmenter take 50 ms to make; a text of narrow characters needs neither.
	{ name: /^string-width$/, importer: /(?<![\\/]text[\\/]wide\.ts)$/, file: "string-width.mjs" },
	// Ink measures all text of each frame again: 11 ms of CPU a key instead of 7.
	{ name: /^\.\/output\.js$/, importer: of("ink"), file: "output.mjs" },
];

/** @returns {import("rolldown").Plugin} */
export function aliased() {
	/** @type {Map<string, string>} who imports what a file in build/instead/ stands for */
	const importers = new Map();
	return {
		name: "aliases",
		async resolveId(wanted, importer = "") {
			if (wanted.startsWith("original:")) {
				return await this.resolve(wanted.slice("original:".length), importers.get(importer), { skipSelf: true });
			}
			const alias = aliases.find((each) => each.name.test(wanted) && each.importer.test(importer));
			if (alias === undefined) {
				return null;
			}
			if (alias.file === undefined) {
				return { id: "data:text/javascript,", external: true };
			}
			const file = path.join(instead, alias.file);
			importers.set(file, importer);
			return file;
		},
	};
}
