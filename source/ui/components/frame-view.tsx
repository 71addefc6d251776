import { Box } from "ink";
import type { Frame } from "../frame/frame.ts";
import type { Part } from "../frame/part.ts";
import { Menu } from "./menu.tsx";
import { Rows } from "./rows.tsx";

/** A whole frame: its parts below each other, as wide and as high as the terminal. */
export function FrameView({ frame: { columns, rows, margin, parts } }: { frame: Frame }) {
	return (
		<Box width={columns} height={rows} paddingLeft={margin} overflow="hidden">
			<Parts parts={parts} />
		</Box>
	);
}

function Parts({ parts }: { parts: readonly Part[] }) {
	return (
		<Box flexDirection="column">
			{parts.map((part, place) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a part has no identity but its place
				<PartOf key={place} part={part} />
			))}
		</Box>
	);
}

function PartOf({ part }: { part: Part }) {
	switch (part.kind) {
		case "rows":
			return <Rows rows={part.rows} />;
		case "menu":
			return <Menu menu={part.menu} />;
		case "columns": {
			const { left, leftColumns, between, right, rows } = part;
			return (
				<Box height={rows}>
					<Box width={leftColumns} flexShrink={0}>
						<Parts parts={left} />
					</Box>
					<Box flexShrink={0}>
						<Rows rows={Array.from({ length: rows }, () => ({ pieces: [between] }))} />
					</Box>
					<Parts parts={right} />
				</Box>
			);
		}
	}
}
