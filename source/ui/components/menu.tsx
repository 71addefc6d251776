import { Box, Text } from "ink";
import SelectInput, { type IndicatorProps, type ItemProps } from "ink-select-input";
import { createContext, use } from "react";
import { indicatorText, type MenuView, windowOf } from "../view.ts";
import { TextLine } from "./text-line.tsx";
import { ViewerContext } from "./viewer-context.ts";

/**
 * A list of which one item is highlighted: the one place where ink-select-input is used. It draws; it is not given the
 * keys, because it wraps around, rotates a long list, and loses keys that arrive in one chunk. Its selection can only
 * be set when it is mounted, hence the key.
 */
export function Menu({ menu }: { menu: MenuView }) {
	const { first, count, above, below } = windowOf(menu);
	const items = Array.from({ length: count }, (_, offset) => ({ label: "", value: first + offset }));
	return (
		<Box flexDirection="column">
			{above && <TextLine line={above} />}
			<LineOf value={menu.lineOf}>
				<SelectInput
					key={`${first} ${count} ${menu.index}`}
					items={items}
					initialIndex={menu.index - first}
					isFocused={false}
					indicatorComponent={Indicator}
					itemComponent={Item}
				/>
			</LineOf>
			{below && <TextLine line={below} />}
		</Box>
	);
}

const LineOf = createContext<MenuView["lineOf"]>(() => ({ pieces: [] }));

function Indicator({ isSelected = false }: IndicatorProps) {
	const { theme } = use(ViewerContext);
	return <Text {...theme.current}>{indicatorText(isSelected)}</Text>;
}

function Item({ isSelected = false, ...item }: ItemProps) {
	const lineOf = use(LineOf);
	return <TextLine line={lineOf((item as unknown as { value: number }).value, isSelected)} />;
}
