/** The longest esc sequence that any key of a terminal sends; a longer one is dropped whole. */
export const longestSequence = 32;
/** What of a paste is kept: it can only end up in the search. */
export const longestPaste = 1024;

const esc = "\u001B";
const pasteStart = `${esc}[200~`;
const pasteEnd = `${esc}[201~`;
/** Ctrl-C. Terminals take control characters out of what they paste, so this one was pressed. */
const interrupt = "\u0003";

/**
 * Esc as the kitty keyboard protocol writes it (https://sw.kovidgoyal.net/kitty/keyboard-protocol): unlike the lone
 * byte it cannot be the beginning of something else, so that no parser behind this one has to wait for more.
 */
export const escapeKey = `${esc}[27u`;

/** The longest reply that is kept: a colour of X11 in all its digits. */
const longestReply = 40;

/** What of a sequence may follow later than this is another key. */
const escapeDelay = 25;
/** After so long a silence a paste has ended: else no key would count any more. */
const pasteDelay = 500;

/** Whether it is a terminal's answer to `backgroundQuestion`. */
export const isBackgroundReply = (key: string): boolean => key.startsWith(`${esc}]11;`);

type State = "ground" | "escape" | "csi" | "consoleKey" | "ss3" | "string" | "stringEscape" | "paste";

/**
 * Cuts what a terminal sends into keys: a character, or one whole esc sequence (ECMA-48 §5.4; SS3 for function keys;
 * `ESC [ [ x` of the Linux console). A bracketed paste is one key with its marks. Replies of the terminal in string
 * controls (OSC, DCS …) are dropped, except its background colour. A paste whose end never comes ends at Ctrl-C, or by
 * `flush`. Whatever comes, at most one sequence and one paste of bounded length are held.
 */
export class KeySplitter {
	#state: State = "ground";
	#held = "";
	#isTooLong = false;
	/** Characters of the mark that ends a paste that have been seen. */
	#matched = 0;
	#keys: string[] = [];

	/** The keys that are complete with this text. */
	push(text: string): string[] {
		this.#keys = [];
		for (const character of text) {
			this.#take(character);
		}

		return this.#keys;
	}

	/**
	 * Whether it holds what may be a lone Esc, or a sequence that was cut in two: `flush` when nothing follows. Also in
	 * what may be an answer of the terminal: Esc and `]` begin one as well, and must not swallow all keys after them.
	 */
	get isWaiting(): boolean {
		return this.#state !== "ground";
	}

	/** How long to wait for the rest, in milliseconds: a slow link may cut a key in two, and a paste in many. */
	get patience(): number {
		return this.#state === "paste" ? pasteDelay : escapeDelay;
	}

	/** Nothing followed: a lone Esc is the Esc key, a paste is what came of it, the beginning of a sequence is nothing. */
	flush(): string[] {
		this.#keys = [];
		if (this.#state === "paste") {
			this.#endPaste();
		} else if (this.#state === "escape") {
			this.#emit(escapeKey);
		}

		this.#state = "ground";
		return this.#keys;
	}

	#take(character: string): void {
		switch (this.#state) {
			case "ground":
				this.#inGround(character);
				break;
			case "escape":
				this.#afterEscape(character);
				break;
			case "csi":
				this.#inSequence(character);
				break;
			case "consoleKey":
			case "ss3":
				this.#afterPrefix(character);
				break;
			case "string":
				this.#inString(character);
				break;
			case "stringEscape":
				this.#afterStringEscape(character);
				break;
			case "paste":
				this.#inPaste(character);
				break;
		}
	}

	#inGround(character: string): void {
		if (character === esc) {
			this.#begin();
		} else {
			// What was typed before raw mode was set comes as the terminal has changed it: a line feed is Enter.
			this.#emit(character === "\n" ? "\r" : character);
		}
	}

	/** After `ESC O` or `ESC [ [` one character makes the key. */
	#afterPrefix(character: string): void {
		if (character < " ") {
			this.#restart(character);
		} else {
			this.#emit(this.#held + character);
		}
	}

	#inString(character: string): void {
		if (character === esc) {
			this.#state = "stringEscape";
		} else if (character === "\u0007" || character === "\u009C") {
			this.#endString();
		} else if (this.#held.length < longestReply) {
			this.#held += character;
		}
	}

	/** Of a terminal's answers only the background colour is kept; nothing else was asked for. */
	#endString(): void {
		if (isBackgroundReply(this.#held)) {
			this.#emit(this.#held);
		} else {
			this.#state = "ground";
		}
	}

	/** `ESC \` ends a string control; Esc and anything else is a sequence of its own. */
	#afterStringEscape(character: string): void {
		if (character === "\\") {
			this.#endString();
		} else {
			this.#begin();
			this.#afterEscape(character);
		}
	}

	#begin(): void {
		this.#state = "escape";
		this.#held = esc;
		this.#isTooLong = false;
	}

	#emit(key: string): void {
		this.#keys.push(key);
		this.#state = "ground";
	}

	/** A control character inside a sequence ends it; the sequence is lost, the character is not. */
	#restart(character: string): void {
		this.#state = "ground";
		this.#take(character);
	}

	#afterEscape(character: string): void {
		if (character === esc) {
			this.#emit(escapeKey);
			this.#begin();
		} else if (character === "[") {
			this.#held += character;
			this.#state = "csi";
		} else if (character === "O") {
			this.#held += character;
			this.#state = "ss3";
		} else if ("]PX^_".includes(character)) {
			this.#state = "string";
			this.#held += character;
		} else {
			// Not Alt, which does nothing here, but Esc and a key that a slow link has brought together.
			this.#emit(escapeKey);
			this.#restart(character);
		}
	}

	#inSequence(character: string): void {
		if (character < " " || character > "~") {
			this.#restart(character);
			return;
		}

		if (character === "[" && this.#held === `${esc}[`) {
			this.#held += character;
			this.#state = "consoleKey";
			return;
		}

		this.#isTooLong ||= this.#held.length >= longestSequence;
		if (!this.#isTooLong) {
			this.#held += character;
		}

		if (character < "@") {
			return;
		}

		if (this.#isTooLong) {
			this.#state = "ground";
		} else if (this.#held === pasteStart) {
			this.#state = "paste";
			this.#held = "";
			this.#matched = 0;
		} else {
			this.#emit(this.#held);
		}
	}

	#endPaste(): void {
		this.#emit(pasteStart + this.#held + pasteEnd);
	}

	#inPaste(character: string): void {
		if (character === interrupt) {
			this.#endPaste();
			this.#take(character);
			return;
		}

		if (character === pasteEnd[this.#matched]) {
			this.#matched++;
			if (this.#matched === pasteEnd.length) {
				this.#endPaste();
			}

			return;
		}

		const seen = pasteEnd.slice(0, this.#matched);
		this.#matched = character === esc ? 1 : 0;
		this.#held = (this.#held + seen + (this.#matched === 1 ? "" : character)).slice(0, longestPaste);
	}
}
