import { Text } from "ink";
import SelectInput, { type IndicatorProps } from "ink-select-input";
import { use } from "react";
import { type Line, lineText, plainLine } from "../frame/line.ts";
import type { Menu as MenuView } from "../frame/menu.ts";
import { indicatorText } from "../frame/part.ts";
import { paintLine } from "../terminal/paint-line.ts";
import { Rows } from "./rows.tsx";
import { ViewerContext } from "./viewer-context.ts";

/**
 * A list with one item highlighted. ink-select-input draws it, without its keys: it wraps around at the ends,
 * rotates a long list under `limit`, has no pages, and keeps an index of its own, which loses keys that arrive in one
 * chunk. That index can only be set on mounting, and is lost when the items change: hence the key.
 */
export function Menu({ menu: { items, current } }: { menu: MenuView }) {
	const choices = items.map(({ key, index, line, below = [] }) => ({
		key,
		value: index,
		label: lineText(line),
		rows: [line, ...below],
	}));
	return (
		<SelectInput
			key={`${items[0]?.index} ${items.length} ${current}`}
			items={choices}
			initialIndex={current}
			isFocused={false}
			indicatorComponent={Indicator}
			itemComponent={Item}
		/>
	);
}

function Indicator({ isSelected = false }: IndicatorProps) {
	const { theme } = use(ViewerContext);
	return <Text>{paintLine(plainLine(indicatorText(isSelected), "current"), theme, false)}</Text>;
}

/** An item as its screen drew it; ink-select-input hands all of an item's fields on to this. */
function Item({ label, rows = [plainLine(label)] }: { isSelected?: boolean; label: string; rows?: readonly Line[] }) {
	return <Rows rows={rows} />;
}
