import { render } from "ink";
import { createTheme } from "../../theme.ts";
import { KeyStream } from "../../ui/terminal/key-stream.ts";
import type { Form, Question } from "./form.ts";
import { FormView } from "./form-view.tsx";

/**
 * Asks on this terminal, below what is on it.
 * @returns the answers by key; undefined if the visitor cancelled.
 */
export async function ask(
	title: string,
	questions: readonly Question[],
	{ hasColours, isScreenReader }: { hasColours: boolean; isScreenReader: boolean },
): Promise<Form["answers"] | undefined> {
	if (questions.length === 0) {
		return {};
	}

	// Keys that arrive together all count.
	const keys = new KeyStream(process.stdin);
	let answers: Form["answers"] | undefined;
	const form = render(
		<FormView
			title={title}
			questions={questions}
			theme={createTheme({ hasColours })}
			isScreenReader={isScreenReader}
			onEnd={(given) => {
				answers = given;
			}}
		/>,
		{
			stdin: keys as unknown as NodeJS.ReadStream,
			exitOnCtrlC: false,
			patchConsole: false,
			isScreenReaderEnabled: isScreenReader,
		},
	);
	await form.waitUntilExit();
	keys.close();
	return answers;
}
