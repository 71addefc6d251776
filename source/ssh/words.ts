/**
 * The words of a command line as a shell would cut it, for quotes and backslashes only: SSH sends the words of
 * `ssh host section 'two words'` as one string. Nothing is expanded. An open quote ends with the line.
 */
export function splitWords(line: string): string[] {
	const words: string[] = [];
	let word: string | undefined;
	let quoteMark = "";
	for (let index = 0; index < line.length; index++) {
		const char = line[index]!;
		if (char === quoteMark) {
			quoteMark = "";
		} else if (char === "\\" && quoteMark !== "'" && index + 1 < line.length) {
			index++;
			word = (word ?? "") + line[index];
		} else if (quoteMark !== "") {
			word += char;
		} else if (char === '"' || char === "'") {
			quoteMark = char;
			word ??= "";
		} else if (/\s/.test(char)) {
			if (word !== undefined) {
				words.push(word);
				word = undefined;
			}
		} else {
			word = (word ?? "") + char;
		}
	}

	return word === undefined ? words : [...words, word];
}
