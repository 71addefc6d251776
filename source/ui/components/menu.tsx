import { Box, Text } from "ink";
import SelectInput, { type IndicatorProps, type ItemProps } from "ink-select-input";
import { createContext, use } from "react";
import { listWindow } from "../layout.ts";
import type { Line } from "../lines.ts";
import { glyphs } from "../theme.ts";
import { ViewerContext } from "../viewer-context.ts";
import { TextLine } from "./text-line.tsx";

export type MenuProps = {
	/** How many items there are in all. */
	length: number;
	/** The highlighted one. */
	index: number;
	/** Rows there are for it. */
	rows: number;
	/** The line of an item, at most `columns` minus the indicator's two wide. Only asked for items in view. */
	lineOf: (index: number, isCurrent: boolean) => Line;
};

/** Columns that the indicator takes from each line. */
export const indicatorColumns = 2;

/**
 * A list of which one item is highlighted: the one place where ink-select-input is used. It draws; it is not given the
 * keys, because it wraps around, rotates a long list, and loses keys that arrive in one chunk. Its selection can only
 * be set when it is mounted, hence the key.
 */
export function Menu({ length, index, rows, lineOf }: MenuProps) {
	const { first, count, hasMoreAbove, hasMoreBelow } = listWindow(length, index, rows);
	const items = Array.from({ length: count }, (_, offset) => ({ label: "", value: first + offset }));
	return (
		<Box flexDirection="column">
			{hasMoreAbove && <More glyph={glyphs.up} count={first} />}
			<LineOf value={lineOf}>
				<SelectInput
					key={`${first} ${count} ${index}`}
					items={items}
					initialIndex={index - first}
					isFocused={false}
					indicatorComponent={Indicator}
					itemComponent={Item}
				/>
			</LineOf>
			{hasMoreBelow && <More glyph={glyphs.down} count={length - first - count} />}
		</Box>
	);
}

const LineOf = createContext<MenuProps["lineOf"]>(() => ({ pieces: [] }));

function Indicator({ isSelected = false }: IndicatorProps) {
	const { theme } = use(ViewerContext);
	return <Text {...theme.current}>{isSelected ? `${glyphs.cursor} ` : "  "}</Text>;
}

function Item({ isSelected = false, ...item }: ItemProps) {
	const lineOf = use(LineOf);
	return <TextLine line={lineOf((item as unknown as { value: number }).value, isSelected)} />;
}

function More({ glyph, count }: { glyph: string; count: number }) {
	const { theme } = use(ViewerContext);
	return <Text {...theme.quiet}>{`  ${glyph} ${count} more`}</Text>;
}
