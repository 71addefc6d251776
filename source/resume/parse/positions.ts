/** A position in a text: both from 1, the column in UTF-16 code units as editors count. */
export type Position = { line: number; column: number };

/** From an offset in the text to line and column, in logarithmic time. */
export function positions(text: string): (offset: number) => Position {
	const starts = [0];
	for (let index = text.indexOf("\n"); index !== -1; index = text.indexOf("\n", index + 1)) {
		starts.push(index + 1);
	}

	return (offset) => {
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if (starts[middle]! <= offset) {
				low = middle;
			} else {
				high = middle - 1;
			}
		}

		return { line: low + 1, column: offset - starts[low]! + 1 };
	};
}
