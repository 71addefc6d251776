const arrows: Record<string, string> = { Up: "A", Down: "B", Right: "C", Left: "D", Home: "H", End: "F" };

const named: Record<string, string> = {
	Enter: "\r",
	Esc: "\u001B",
	Tab: "\t",
	"S-Tab": "\u001B[Z",
	Space: " ",
	Backspace: "\u007F",
	Delete: "\u001B[3~",
	PgUp: "\u001B[5~",
	PgDn: "\u001B[6~",
	Insert: "\u001B[2~",
	F1: "\u001BOP",
};

/**
 * The bytes that a terminal sends for a key, as xterm does.
 *
 * @param key a name ("Down", "PgUp", "S-Tab", "C-c", "M-x"), "text:…" for words, "paste:…" for pasted text, or the
 *   character itself
 * @throws Error for a name that is none of these
 */
export function keyBytes(
	key: string,
	modes: { applicationCursorKeysMode: boolean; bracketedPasteMode: boolean },
): string {
	const arrow = arrows[key];
	if (arrow) {
		return `\u001B${modes.applicationCursorKeysMode ? "O" : "["}${arrow}`;
	}
	if (key.startsWith("text:")) {
		return key.slice("text:".length);
	}
	if (key.startsWith("paste:")) {
		const text = key.slice("paste:".length);
		return modes.bracketedPasteMode ? `\u001B[200~${text}\u001B[201~` : text;
	}
	if (/^C-[@-_a-z]$/.test(key)) {
		return String.fromCharCode(key.toUpperCase().charCodeAt(2) & 0x1f);
	}
	if (/^M-./.test(key)) {
		return `\u001B${keyBytes(key.slice(2), modes)}`;
	}
	if (named[key] !== undefined) {
		return named[key];
	}
	if ([...key].length === 1) {
		return key;
	}
	throw new Error(`no key is named ${JSON.stringify(key)}`);
}
