import type { Flags } from "./flags.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Whether colours go to this stream: --color and --no-color first, then FORCE_COLOR (https://force-color.org; "0" and
 * "false" switch off, as Node.js has it), then NO_COLOR (https://no-color.org: any value but the empty one), then
 * whether it is a terminal that can.
 */
export function hasColours(flags: Flags, environment: Environment, stream: { isTTY?: boolean }): boolean {
	const { FORCE_COLOR: force, NO_COLOR: none } = environment;
	if (flags.color !== undefined) {
		return flags.color;
	}

	if (force !== undefined && force !== "") {
		return force !== "0" && force !== "false";
	}

	return !none && stream.isTTY === true && !isDumb(environment);
}

/** A terminal that understands no cursor movement: nothing can be browsed on it. */
export const isDumb = ({ TERM: term }: Environment) => term === "dumb";
