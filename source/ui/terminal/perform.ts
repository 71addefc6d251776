import { plainAddress } from "../../resume/links.ts";
import type { Resume } from "../../resume/model.ts";
import type { Host, Output } from "../host.ts";
import type { Effect } from "../state/effect.ts";
import { clipboardWrite } from "./escapes.ts";

/** Gives the terminal back while the job runs, and takes it again. */
export type SuspendTerminal = (job: () => Promise<void> | void) => unknown;

export type Performing = {
	host: Host;
	output: Output;
	/** Shows another résumé. */
	replace: (resume: Resume) => void;
	/** Says what came of it, in one line. */
	say: (text: string) => void;
	quit: () => void;
	/** Redraws the whole screen. */
	redraw: () => void;
};

/** Carries out what a key means outside the state; `suspendTerminal` is absent if there are no keys to come back with. */
export function perform(effect: Effect, to: Performing, suspendTerminal?: SuspendTerminal): void {
	switch (effect.kind) {
		case "copy":
			copy(to, effect.text, effect.what);
			break;
		case "open":
			void open(to, effect.url);
			break;
		case "say":
			to.say(effect.text);
			break;
		case "translate":
			void translate(to, effect.language);
			break;
		case "suspend":
			if (to.host.suspend !== undefined) {
				void suspendTerminal?.(to.host.suspend);
			}

			break;
		case "redraw":
			to.redraw();
			break;
		case "quit":
			to.quit();
			break;
	}
}

/**
 * Writes the system's clipboard if there is one, and the terminal's (OSC 52) if it takes that: it may be another machine's.
 * A terminal doesn't say whether it took the text, so nothing more is claimed.
 */
function copy({ host, output, say }: Performing, text: string, said: string): void {
	const sent = sendToClipboard(host, output, text) + said;
	if (host.copy === undefined) {
		say(sent);
	} else {
		void host.copy(text).then((isCopied) => say(isCopied ? `copied ${said}` : sent));
	}
}

/** @returns what came of it, as the beginning of a sentence */
function sendToClipboard({ longestString }: Host, output: Output, text: string): string {
	const string = clipboardWrite(text);
	if (longestString === undefined || string.length <= longestString) {
		output.write(string);
		return "sent to the terminal's clipboard: ";
	}

	return longestString === 0
		? "not copied, this terminal has no clipboard: "
		: "not copied, too long for this terminal: ";
}

async function translate({ host, replace, say }: Performing, language: string): Promise<void> {
	try {
		const resume = await host.inLanguage?.(language);
		if (resume !== undefined) {
			replace(resume);
			say(nameOf(resume.language));
		}
	} catch (error) {
		say(error instanceof Error ? error.message : String(error));
	}
}

/** What a language calls itself: "Deutsch". */
const nameOf = (language: string): string =>
	new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;

async function open(to: Performing, url: string): Promise<void> {
	const address = plainAddress(url);
	if (to.host.open === undefined) {
		copy(to, address, `${address}; nothing can be opened from here`);
		return;
	}

	try {
		await to.host.open(url);
		to.say(`opened ${url}`);
	} catch (error) {
		to.say(`${address} (not opened: ${error instanceof Error ? error.message : String(error)})`);
	}
}
