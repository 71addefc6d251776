import type { Hit, SearchResults, SearchText } from "../../resume/search.ts";
import type { Content } from "../content.ts";
import type { Place } from "./screen.ts";
import type { SearchScreen } from "./search.ts";

/** Whether a text is in the entry of this place. */
export const isIn = ({ section, entry }: SearchText, place: Place | undefined) =>
	place?.entry !== undefined && place.section === section && place.entry === entry;

/** What is found; results in the entry where the search began come first. */
export function resultsOf(content: Content, { query, from }: Pick<SearchScreen, "query" | "from">): SearchResults {
	const { hits, needles } = content.search(query);
	const isHere = (hit: Hit) => hit.rank < 2 && isIn(hit, from);
	const here = hits.filter(isHere);
	return here.length === 0 ? { hits, needles } : { hits: [...here, ...hits.filter((hit) => !isHere(hit))], needles };
}
