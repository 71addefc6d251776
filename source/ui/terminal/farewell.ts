import { mainContact } from "../../resume/links.ts";
import type { Resume } from "../../resume/model.ts";
import { truncate } from "../../text/width.ts";
import type { Host, Output } from "../host.ts";
import { sizeOf } from "./first-frame.ts";
import type { Ending } from "./visit.ts";

/** What stays in the scrollback on leaving, as a business card does: who, where, how to reach them, how to come back. */
export function farewellCard({ person }: Resume, comeBack: string | undefined, columns: number): string {
	return [person.name, person.headline, mainContact(person)?.text, comeBack, person.page]
		.filter((line) => line !== undefined)
		.map((line) => truncate(line, Math.max(1, columns - 1)))
		.join("\n");
}

/** Writes the card below what was on the terminal before, unless a screen threw or the visitor is gone. */
export function sayFarewell(output: Output, host: Host, resume: Resume, { reason, farewell }: Ending): void {
	if (reason !== "error" && (output.writable ?? true) && output.destroyed !== true) {
		const card = farewellCard(resume, host.comeBack, sizeOf(output).columns);
		output.write(`${host.isScreenReader ? "\n" : ""}${card}\n${farewell === undefined ? "" : `${farewell}\n`}`);
	}
}
