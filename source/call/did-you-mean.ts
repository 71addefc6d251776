import { quote } from "../resume/quote.ts";
import { nearestOf } from "../resume/select.ts";

/** Beside a suggestion, no more choices than these are listed. */
const longestList = 7;

/** "did you mean …? Choose from …" for an unknown word, or the choices alone if none is near. */
export function didYouMean(word: string, choices: readonly string[]): string {
	const nearest = nearestOf(word.toLowerCase(), choices);
	const listed = choices.join(", ");
	if (nearest === undefined) {
		return `choose from ${listed}`;
	}

	const meant = `did you mean ${quote(nearest)}?`;
	return choices.length > longestList ? meant : `${meant} Choose from ${listed}`;
}
