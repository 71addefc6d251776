import { mainContact } from "../../resume/links.ts";
import type { Contact, Person } from "../../resume/model.ts";
import { copy, type Outcome } from "../state/effect.ts";

const hints: Record<Contact["kind"], string> = {
	mail: "copy email",
	phone: "copy number",
	web: "copy link",
	profile: "copy link",
};

/** Copies the first way to reach the person. */
export const copyContact = (person: Person): Outcome => copy(mainContact(person)?.text);

/** The footer's hint for that; empty if there is nothing to copy, as when the address is private. */
export function contactHint(person: Person): { copy?: string } {
	const contact = mainContact(person);
	return contact === undefined ? {} : { copy: hints[contact.kind] };
}
