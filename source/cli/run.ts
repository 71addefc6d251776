import type { Command, Shell } from "../call/flags.ts";
import type { Call } from "../call/parse.ts";
import type { Program } from "../program.ts";
import { show } from "./show.ts";
import { writeOut } from "./streams.ts";

/**
 * Does what was asked: flags → load → one of print, mount, serve. Each is loaded when it is asked for.
 * @returns what the process ends with.
 * @throws {UserError} one sentence for the visitor.
 */
export async function run(call: Call, program: Program): Promise<number> {
	switch (call.command) {
		case "version":
			await writeOut(`${program.version}\n`);
			return 0;
		case "help": {
			const { helpText } = await import("../call/help.ts");
			await writeOut(helpText((call.words[0] ?? "show") as Command, program.name, program.caller));
			return 0;
		}

		case "card": {
			const { printCard } = await import("./print.ts");
			return printCard(call, program);
		}

		case "serve": {
			const { serve } = await import("../ssh/serve.ts");
			return serve(call.flags, program);
		}

		case "validate": {
			const { validate } = await import("./validate.ts");
			return validate(call, program);
		}

		case "new": {
			const { newCard } = await import("./new.ts");
			return newCard(call, program);
		}

		case "pack": {
			const { pack } = await import("./pack.ts");
			return pack(program);
		}

		case "completion": {
			const { completionScript } = await import("../call/completion/index.ts");
			const { resume } = await program.load({});
			await writeOut(completionScript(call.words[0] as Shell, program.name, resume, program.caller));
			return 0;
		}

		case "man": {
			const { manPage } = await import("../call/man.ts");
			await writeOut(manPage(program.name, program.version, program.caller));
			return 0;
		}

		case "init": {
			const { init } = await import("./init.ts");
			return init(call, program);
		}

		case "export": {
			const { exportSite } = await import("./export.ts");
			return exportSite(call, program);
		}

		case "show":
			return show(call, program);
	}
}
