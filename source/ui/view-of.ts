import { screenOf } from "./moves/layers.ts";
import { homeView } from "./screens/home.ts";
import { linksView } from "./screens/links.ts";
import { searchView } from "./screens/search.ts";
import { sectionView } from "./screens/section.ts";
import { textView } from "./screens/text.ts";
import { timelineView } from "./screens/timeline.ts";
import type { State } from "./state.ts";
import type { View } from "./view.ts";

/** What the current screen shows. */
export function viewOf(state: State): View {
	const screen = screenOf(state);
	switch (screen.name) {
		case "home":
			return homeView(state, screen);
		case "section":
			return sectionView(state, screen);
		case "search":
			return searchView(state, screen);
		case "timeline":
			return timelineView(state, screen);
		case "links":
			return linksView(state, screen);
		default:
			return textView(state, screen);
	}
}
