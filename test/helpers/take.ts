import type { Terminal } from "./terminal.ts";

/** A key as `Terminal.press` names it, and what is on the screen then. */
export type Step = [key: string, seen: Parameters<Terminal["waitFor"]>[0]];

/** Presses one key after the other, each when what the one before it leads to is seen. */
export async function take(terminal: Terminal, steps: Step[]): Promise<void> {
	for (const [key, seen] of steps) {
		const before = terminal.text();
		terminal.press(key);
		if (key === "Esc") {
			// What comes right behind a lone Esc may make another key of it.
			await terminal.waitFor((screen) => screen !== before);
		}

		await terminal.waitFor(seen).catch((error) => {
			throw new Error(`after ${key}: ${error.message}`);
		});
	}
}
