import { backgroundQuestion } from "../../text/background.ts";
import type { Host, Output } from "../host.ts";
import type { KeyStream } from "./key-stream.ts";

/**
 * Asks the terminal for its background if what is drawn depends on it: a code without colours. Nothing waits for the
 * answer, which comes among the keys. Terminals that know hyperlinks know the question or ignore it.
 */
export function askBackground(output: Output, host: Host, keys: KeyStream, answer: (isLight: boolean) => void): void {
	if (!host.hasColours && host.isBackgroundLight === undefined && host.hasHyperlinks && !host.isScreenReader) {
		keys.once("background", (isLight: boolean | undefined) => answer(isLight ?? false));
		output.write(backgroundQuestion);
	}
}
