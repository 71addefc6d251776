import type { EntryLink } from "./json-resume.ts";
import type { Contact, Entry, Link, Person, Resume, Span } from "./model.ts";

/** A link and where it is in the résumé; `section` and `entry` are indexes, absent for the person's own contacts. */
export type PlacedLink = Link & { where: string; section?: number; entry?: number };

/** The text with every occurrence of a link's label linked. The longest label wins where two overlap. */
export function linkedSpans(text: string, links: EntryLink[]): Span[] {
	if (links.length === 0) {
		return [{ text }];
	}

	const labels = links.filter((link) => link.label !== "").sort((a, b) => b.label.length - a.label.length);
	const spans: Span[] = [];
	let plain = "";
	let index = 0;
	while (index < text.length) {
		const link = labels.find(({ label }) => text.startsWith(label, index) && isWord(text, index, label.length));
		if (link) {
			if (plain !== "") {
				spans.push({ text: plain });
				plain = "";
			}

			spans.push({ text: link.label, href: link.url });
			index += link.label.length;
		} else {
			plain += text[index];
			index++;
		}
	}

	return plain === "" ? spans : [...spans, { text: plain }];
}

const isWord = (text: string, start: number, length: number) =>
	!isLetter(text[start - 1] ?? " ") && !isLetter(text[start + length] ?? " ");

// Most are ASCII, and the tables of all letters are slow at their first use.
const isLetter = (char: string) => (char < "\u0080" ? /[A-Za-z\d]/.test(char) : /[\p{L}\p{N}]/u.test(char));

/** Every link of the résumé, in reading order, each address once: the person's contacts, then the entries'. */
export function allLinks({ person, sections }: Resume): PlacedLink[] {
	const found = new Map<string, PlacedLink>();
	const add = (link: PlacedLink) => {
		if (link.url !== "" && !found.has(link.url)) {
			found.set(link.url, link);
		}
	};

	for (const contact of person.contacts) {
		add({ label: contact.text, url: contact.href, where: contact.label });
	}

	for (const [sectionIndex, section] of sections.entries()) {
		for (const [entryIndex, entry] of section.entries.entries()) {
			for (const link of entry.links) {
				add({ ...link, where: section.title, section: sectionIndex, entry: entryIndex });
			}
		}
	}

	return [...found.values()];
}

/** The link that a business card carries: the person's site, else a profile, else the first link of the résumé. */
export function cardLink({ person, sections }: Resume): Link | undefined {
	const own =
		person.contacts.find((contact) => contact.kind === "web") ??
		person.contacts.find((contact) => contact.kind === "profile" && contact.href !== "");
	if (own) {
		return { label: own.label, url: own.href };
	}

	return sections.flatMap((section) => section.entries.flatMap((entry: Entry) => entry.links))[0];
}

/** The page's address, if it isn't among the ways to reach the person already. */
export const newPage = ({ page, contacts }: Person): string | undefined =>
	contacts.some(({ href }) => href === page) ? undefined : page;

/** What `y` takes away on the home screen: the email address, or the first way to reach the person. */
export function mainContact(person: Person): Contact | undefined {
	return person.contacts.find((contact) => contact.kind === "mail") ?? person.contacts[0];
}

/** The address as people write it: a mail address, a number, an address with its scheme if that says something. */
export const plainAddress = (url: string): string => url.replace(/^(?:mailto|tel):/i, "");

/** Whether both lead to the same place: people write an address with `http` or `https`, with a slash at the end or without. */
export const isSameAddress = (a: string, b: string): boolean => a === b || bare(a) === bare(b);

const bare = (url: string) => url.replace(/^https?:\/\/(?:www\.)?/i, "").replace(/\/$/, "");
