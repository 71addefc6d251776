/** The first version of Node.js whose module has what is asked of it here. */
const firstMajor = 22;

/**
 * Lets Node.js keep what it compiles from here on, in its own place (https://nodejs.org/api/module.html#module-compile-cache),
 * so that the next start is faster.
 */
export function keepCompiled(): void {
	// Node.js 20 cannot, and loading its module only to learn that takes a millisecond.
	if (Number.parseInt(process.versions.node, 10) >= firstMajor) {
		const module = process.getBuiltinModule?.("node:module") as { enableCompileCache?: () => unknown } | undefined;
		module?.enableCompileCache?.();
	}
}
