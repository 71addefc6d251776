import type { Command } from "../call/flags.ts";
import type { Call } from "../call/parse.ts";
import { programVersion } from "../program.ts";
import { writeOut } from "./streams.ts";

/**
 * Does what was asked: flags → load → one of print, mount, serve. Each is loaded when it is asked for.
 * @returns what the process ends with.
 * @throws {UserError} one sentence for the visitor.
 */
export async function run(call: Call): Promise<number> {
	switch (call.command) {
		case "version":
			await writeOut(`${programVersion}\n`);
			return 0;
		case "help": {
			const { helpText } = await import("../call/help.ts");
			await writeOut(helpText((call.words[0] ?? "show") as Command));
			return 0;
		}

		case "card": {
			const { showCard } = await import("./show.ts");
			return showCard(call);
		}

		case "serve": {
			const { serve } = await import("../ssh/serve.ts");
			return serve(call.flags);
		}

		case "validate": {
			const { validate } = await import("./validate.ts");
			return validate(call);
		}

		case "init": {
			const { init } = await import("./init.ts");
			return init(call);
		}

		case "show": {
			const { show } = await import("./show.ts");
			return show(call);
		}
	}
}
