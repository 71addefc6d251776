import { distance } from "fastest-levenshtein";

/** The most letters that mending a slip of the pen changes. */
const mostLetters = 3;

/** Fewer words than this are a name, a title or a date, and no sentence. */
const leastWords = 6;

/** Figures, and names such as ResNet34 and CLIP: other ones make another fact. */
const marks = (fact: string) => (fact.match(/\S*(?:\d|[A-Z]\S*[A-Z])\S*/g) ?? []).join(" ");

/** Whether both say the same: word for word, or a sentence with its spelling fixed. */
export const isSameFact = (one: string, other: string): boolean =>
	one === other ||
	(one.split(" ").length >= leastWords && marks(one) === marks(other) && distance(one, other) <= mostLetters);

/** The facts that are not among the others, each as often as it is missing. */
export function missingFacts(facts: readonly string[], others: readonly string[]): string[] {
	const rest = [...others];
	const take = (index: number) => index !== -1 && rest.splice(index, 1).length > 0;
	return facts
		.filter((fact) => !take(rest.indexOf(fact)))
		.filter((fact) => !take(rest.findIndex((other) => isSameFact(fact, other))));
}

/** Whether the facts are among the others in their own order. */
export function areInOrder(facts: readonly string[], others: readonly string[]): boolean {
	let next = 0;
	for (const other of others) {
		const fact = facts[next];
		if (fact !== undefined && isSameFact(fact, other)) {
			next++;
		}
	}

	return next === facts.length;
}
