/** Words as an id that can be typed in any shell: lower case, accents dropped, other writing systems kept. */
export function slug(words: string): string {
	return words
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, "-")
		.replace(/^-+|-+$/g, "");
}

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
