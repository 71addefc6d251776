import { type PlacedLink, plainAddress } from "../../resume/links.ts";
import { fit, truncate, widthOf } from "../../text/width.ts";
import { layoutOf } from "../layout.ts";
import { plainLine } from "../lines/lines.ts";
import { listHeight } from "../moves/measure.ts";
import type { State } from "../state.ts";
import { indicatorColumns, type View } from "../view.ts";

/** Every address of the résumé, numbered. */
export function linksView(state: State, { index }: { index: number }): View {
	const links = state.content.links();
	const { width } = layoutOf(state.size);
	if (links.length === 0) {
		return { lines: [plainLine("no links in this résumé", "quiet")] };
	}

	const numberColumns = String(links.length).length + 1;
	const columns = width - indicatorColumns - numberColumns;
	const labelColumns = Math.min(
		Math.max(...links.slice(0, 200).map((link) => widthOf(nameOf(link)))),
		Math.floor(columns * 0.4),
	);
	return {
		lines: [],
		menu: {
			length: links.length,
			index,
			rows: listHeight(state),
			lineOf(item, isCurrent) {
				const { url, ...link } = links[item]!;
				const label = nameOf(link);
				const number = { text: `${item + 1}`.padEnd(numberColumns), role: "key" as const };
				const address = plainAddress(url);
				const name = { text: label, role: isCurrent ? ("current" as const) : ("plain" as const) };
				// A narrow screen has room for the address alone.
				if (columns < 40) {
					return { pieces: [number, { ...name, text: truncate(address, columns), href: url }] };
				}

				return {
					pieces: [
						number,
						{ ...name, text: fit(label, labelColumns) },
						{ text: "  ", role: "plain" },
						{ text: truncate(address, columns - labelColumns - 2), role: "link", href: url },
					],
				};
			},
		},
	};
}

/** A contact is called by what it is, every other link by its label. */
const nameOf = ({ label, where, section }: Pick<PlacedLink, "label" | "where" | "section">) =>
	section === undefined ? where : label;
