import { mainContact } from "../../resume/links.ts";
import type { Resume } from "../../resume/model.ts";
import { truncate } from "../../text/width.ts";

/** What stays in the scrollback when one leaves, as a business card does: who, where, how to reach, how to come back. */
export function farewellCard({ person }: Resume, comeBack: string | undefined, columns: number): string {
	return [person.name, person.headline, mainContact(person), comeBack]
		.filter((line) => line !== undefined)
		.map((line) => truncate(line, Math.max(1, columns - 1)))
		.join("\n");
}
