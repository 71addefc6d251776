import type { Resume } from "../../resume/model.ts";
import type { Caller, Shell } from "../flags.ts";
import { bashCompletion } from "./bash.ts";
import { fishCompletion } from "./fish.ts";
import { type Completion, completionOf } from "./model.ts";
import { zshCompletion } from "./zsh.ts";

const scripts: Record<Shell, (completion: Completion) => string> = {
	bash: bashCompletion,
	zsh: zshCompletion,
	fish: fishCompletion,
};

/** The script that lets a shell complete the program's commands, options, sections and entries. */
export const completionScript = (shell: Shell, program: string, resume: Resume, caller: Caller = "owner"): string =>
	scripts[shell](completionOf(program, resume, caller));
