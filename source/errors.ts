/**
 * An error that the visitor caused and can fix. Its message is one clear sentence — what is wrong, where, how to fix it —
 * and is all that is printed: never a stack.
 */
export class UserError extends Error {
	override readonly name = "UserError";

	/** @param exitCode what the process (or the SSH channel) ends with: 2 for a wrong call, 1 for anything else. */
	constructor(
		message: string,
		readonly exitCode: 1 | 2 = 2,
	) {
		super(message);
	}
}
