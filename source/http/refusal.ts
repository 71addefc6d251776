/** Why there is no such answer: one sentence, and what was likely meant. */
export class Refusal extends Error {
	constructor(
		readonly status: 400 | 404 | 406,
		message: string,
		readonly nearest?: string,
	) {
		super(message);
	}
}
