import type { Entry, Person, Section } from "../../resume/model.ts";
import { linkTarget } from "./address.ts";

/** The person and the publications in the words of https://schema.org, as search engines and citation tools read them. */
export function jsonLd(person: Person, sections: readonly Section[]): unknown {
	return {
		"@context": "https://schema.org",
		"@graph": [personData(person), ...sections.flatMap(({ entries }) => entries.flatMap(articleData))],
	};
}

function personData({ name, role, place, contacts, page }: Person) {
	const first = (wanted: string) => contacts.find(({ kind }) => kind === wanted)?.text;
	const profiles = contacts.flatMap(({ kind, href }) => (kind === "profile" ? (linkTarget(href) ?? []) : []));
	return {
		"@type": "Person",
		name,
		jobTitle: role,
		email: first("mail"),
		telephone: first("phone"),
		url: linkTarget(page ?? contacts.find(({ kind }) => kind === "web")?.href ?? ""),
		address: place,
		sameAs: profiles.length > 0 ? profiles : undefined,
	};
}

/** ISO 8601, as schema.org asks for. */
const isDate = /^\d{4}(?:-\d{2}){0,2}$/;

function articleData({ publication }: Entry) {
	if (publication === undefined) {
		return [];
	}

	const { title, authors, venue, date, url } = publication;
	return [
		{
			"@type": "ScholarlyArticle",
			name: title,
			headline: title,
			author: authors.map((name) => ({ "@type": "Person", name })),
			datePublished: isDate.test(date ?? "") ? date : undefined,
			isPartOf: venue === undefined ? undefined : { "@type": "CreativeWork", name: venue },
			url: linkTarget(url ?? ""),
		},
	];
}
