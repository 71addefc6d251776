/** Asks a terminal for its background colour: OSC 11, as xterm defines it and most others know it. */
export const backgroundQuestion = "\u001B]11;?\u001B\\";

/** A colour of X11: red, green and blue with one to four hexadecimal digits each. */
const answer = /\u001B?\]11;rgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})/i;

/**
 * Whether a terminal's answer to `backgroundQuestion` names a light colour.
 * @param text what the terminal sent, with or without Esc before it.
 * @returns undefined if there is no such answer in it.
 */
export function isLightColour(text: string): boolean | undefined {
	const [red, green, blue] = (answer.exec(text) ?? [])
		.slice(1)
		.map((digits) => parseInt(digits, 16) / (16 ** digits.length - 1));
	// Rec. 709's luma: the eye takes green for brighter than blue.
	return blue === undefined ? undefined : 0.2126 * red! + 0.7152 * green! + 0.0722 * blue > 0.5;
}
