import module from "node:module";

/**
 * Lets Node.js keep what it compiles from here on, in its own place (https://nodejs.org/api/module.html#module-compile-cache),
 * so that the next start is faster. Before 22.1 it cannot.
 */
export function keepCompiled(): void {
	const { enableCompileCache } = module as typeof module & { enableCompileCache?: () => unknown };
	enableCompileCache?.();
}
