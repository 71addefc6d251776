// For Ink's overview of an error, with source text and paths. The program has a screen of its own for that, so neither
// the expressions made here nor node:module are needed; what is left shows the lines of the stack as they are.
export default class StackUtils {
	static nodeInternals() {
		return [];
	}

	parseLine() {
		return undefined;
	}
}
