import { backgroundQuestion, isLightColour } from "../text/background.ts";

/** Longest wait in ms for an answer. Nearly all answer at once; one that comes later would be shown as if typed. */
const patience = 1000;

/** What every terminal answers, one that doesn't know the question before it too (Primary Device Attributes). */
const attributesQuestion = "\u001B[c";
const attributesAnswer = /\u001B\[\?[\d;]*c/;

/**
 * Asks the terminal on standard input and output for its background colour. Nothing must be reading standard input yet.
 * @returns whether it's light; undefined if the terminal doesn't say.
 */
export function askBackground(): Promise<boolean | undefined> {
	const { stdin, stdout } = process;
	return new Promise((resolve) => {
		let answer = "";
		const finish = () => {
			clearTimeout(timer);
			stdin.off("data", receive);
			stdin.setRawMode(false);
			stdin.pause();
			resolve(isLightColour(answer));
		};
		const receive = (bytes: Buffer) => {
			answer += bytes.toString("latin1");
			if (attributesAnswer.test(answer)) {
				finish();
			}
		};
		const timer = setTimeout(finish, patience);
		// Without it the terminal would show its answer as if it were typed.
		stdin.setRawMode(true);
		stdin.on("data", receive);
		stdout.write(backgroundQuestion + attributesQuestion);
	});
}
