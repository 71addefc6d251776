import { createSearch, type Search, type SearchResults } from "../resume/search.ts";
import type { Content } from "./content.ts";

/**
 * The same content, which can be searched; the index is made at the first query. A first frame is drawn without: the
 * search and its library are large, and nothing is looked for yet.
 */
export function searchable(content: Content): Content {
	let search: Search | undefined;
	// The screen and the reducer both ask for the last query.
	let last: { query: string; results: SearchResults } | undefined;
	return {
		...content,
		search(query) {
			if (last?.query !== query) {
				search ??= createSearch(content.resume);
				last = { query, results: search(query) };
			}

			return last.results;
		},
	};
}
