/** Words as an id that can be typed in any shell: lower case, accents dropped, other writing systems kept. */
export function slug(words: string): string {
	// The general way's tables are slow at their first use, and most words do not need them.
	if (/^[ -~]*$/.test(words)) {
		return trim(words.toLowerCase().replace(/[^a-z\d]+/g, "-"));
	}

	const folded = words
		.normalize("NFKD")
		.replace(/[\u0300-\u036F]/g, "")
		.toLowerCase()
		.normalize("NFC")
		.replace(/[^\p{L}\p{N}\p{M}]+/gu, "-");
	return trim(folded);
}

const trim = (id: string) => id.replace(/^-+|-+$/g, "");

/** The ids, the second and later ones of equal ids numbered: "a", "a-2"; an empty one is its number. */
export function uniqueIds(ids: string[]): string[] {
	const taken = new Set<string>();
	const next = new Map<string, number>();
	return ids.map((id, index) => {
		const base = id || String(index + 1);
		let candidate = base;
		let number = next.get(base) ?? 2;
		while (taken.has(candidate)) {
			candidate = `${base}-${number++}`;
		}

		next.set(base, number);
		taken.add(candidate);
		return candidate;
	});
}

/** Words that aren't written as others are. */
const spellings = new Map(
	`API arXiv CEFR CPD CV DOI ECTS GitHub GitLab GPA ICQ ID IELTS ISBN ISSN LinkedIn OCLC ORCID PhD PMC PMID TOEFL UI URL UX
	VAT WeChat WhatsApp XING YouTube`
		.split(/\s+/)
		.map((word) => [word.toLowerCase(), word]),
);

/** A key as a heading: "openSource" and "open_source" read "Open source", "doi" "DOI"; "GPA" and what has spaces stay. */
export function titleFromKey(key: string): string {
	const line = key.replace(/\s+/g, " ").trim();
	const whole = spellings.get(line.toLowerCase());
	if (whole !== undefined || line.includes(" ")) {
		return whole ?? capital(line);
	}

	const words = line
		.replace(/([a-z\d])([A-Z])/g, "$1 $2")
		.split(/[_\-\s]+/)
		.filter((word) => word !== "")
		.map((word) => spellings.get(word.toLowerCase()) ?? (/^[\p{Lu}\d]{2,}$/u.test(word) ? word : word.toLowerCase()));
	return words.length === 0 ? line || "Other" : words[0] === "arXiv" ? words.join(" ") : capital(words.join(" "));
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** What a shortened text may have. */
const longestBeginning = 60;

/** A line's first words, with an ellipsis if there are more. A word is cut only if there's no space to cut at. */
export function beginning(line: string): string {
	if (line.length <= longestBeginning) {
		return line;
	}

	const start = line.slice(0, longestBeginning);
	const cut = start.replace(/[\uD800-\uDBFF]$/, "");
	return `${/\s/.test(cut) && !/^\s/.test(line.slice(longestBeginning)) ? cut.replace(/\s+\S*$/, "") : cut.trimEnd()}…`;
}

/** A text of several lines on one. */
export const onLine = (text: string): string => (text.includes("\n") ? text.replace(/\s*\n\s*/g, " ") : text);
