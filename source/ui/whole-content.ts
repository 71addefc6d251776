import { bibtexEntry } from "../print/bibtex.ts";
import { createSearch, type Search, type SearchResults } from "../resume/search.ts";
import type { Content } from "./content.ts";

/**
 * The same content with what only an answer to a key needs: the search, whose index is made at the first query, and
 * citations. A first frame is drawn without, since their code takes longer to read than to run.
 */
export function wholeContent(content: Content): Content {
	let search: Search | undefined;
	// The screen and the reducer both ask for the last query.
	let last: { query: string; results: SearchResults } | undefined;
	return {
		...content,
		citation: ({ publication }) => publication && bibtexEntry(publication),
		search(query) {
			if (last?.query !== query) {
				search ??= createSearch(content.resume);
				last = { query, results: search(query) };
			}

			return last.results;
		},
	};
}
