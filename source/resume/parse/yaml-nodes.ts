import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, type ScalarEvent } from "js-yaml";

type Placed = {
	/** The offset of its first character, after anchor and tag; undefined if nothing is written. */
	at: number | undefined;
};

/** What a YAML text is made of (YAML 1.2.2 §3.2.1), with the places that a value alone doesn't have. */
export type YamlNode = YamlScalar | YamlCollection | YamlAlias;
export type YamlScalar = Placed & {
	kind: "scalar";
	text: string;
	tag: string;
	isPlain: boolean;
	/** Where it ends; if nothing is written, where the node before it does. */
	end: number;
};
export type YamlCollection = Placed & {
	kind: "mapping" | "sequence";
	/** In a mapping, keys and values alternate. */
	items: YamlNode[];
};
export type YamlAlias = Placed & { kind: "alias"; name: string; of: YamlScalar | YamlCollection | undefined };

/** A text's documents, each a node; all of its scalars, and its aliases, those of nothing among them. */
export type Composed = { documents: YamlNode[]; aliases: YamlAlias[]; scalars: YamlScalar[] };

/**
 * The nodes of a text.
 * @throws {YAMLException} at the first place that isn't YAML; a RangeError if it's nested too deeply.
 */
export function compose(text: string): Composed {
	const documents: YamlNode[] = [];
	const aliases: YamlAlias[] = [];
	const scalars: YamlScalar[] = [];
	const open: YamlNode[][] = [documents];
	let anchors: Anchors = new Map();
	let end = 0;
	// Nesting that is too deep overflows the parser's stack, as in JSON's parser, and is reported in the same words.
	for (const event of parseEvents(text, { maxDepth: Number.POSITIVE_INFINITY })) {
		if (event.type === EVENT_ID.POP) {
			open.pop();
		} else if (event.type === EVENT_ID.DOCUMENT) {
			anchors = new Map();
			open.push(documents);
		} else {
			const node = toNode(event, text, anchors, end);
			open.at(-1)!.push(node);
			if ("items" in node) {
				open.push(node.items);
			}

			if (node.kind === "scalar") {
				scalars.push(node);
			}

			if (node.kind === "alias") {
				aliases.push(node);
			} else if (event.anchorStart >= 0) {
				anchors.set(text.slice(event.anchorStart, event.anchorEnd), node);
			}

			end = endOf(event);
		}
	}

	return { documents, aliases, scalars };
}

type Anchors = Map<string, YamlScalar | YamlCollection>;

type NodeEvent = Exclude<Event, { type: typeof EVENT_ID.POP | typeof EVENT_ID.DOCUMENT }>;

function toNode(event: NodeEvent, text: string, anchors: Anchors, end: number): YamlNode {
	switch (event.type) {
		case EVENT_ID.ALIAS: {
			const name = text.slice(event.anchorStart, event.anchorEnd);
			return { kind: "alias", at: event.anchorStart - 1, name, of: anchors.get(name) };
		}
		case EVENT_ID.MAPPING:
			return { kind: "mapping", at: event.start, items: [] };
		case EVENT_ID.SEQUENCE:
			return { kind: "sequence", at: event.start, items: [] };
		case EVENT_ID.SCALAR:
			return {
				kind: "scalar",
				at: startOf(event, text, end),
				text: getScalarValue(text, event),
				tag: text.slice(Math.max(0, event.tagStart), Math.max(0, event.tagEnd)),
				isPlain: event.style === SCALAR_STYLE.PLAIN,
				end: event.valueStart < 0 ? Math.max(end, event.tagEnd, event.anchorEnd) : event.valueEnd,
			};
	}
}

/** Where a node ends, as far as the events say; of a collection only the first character is known. */
function endOf(event: NodeEvent): number {
	const own = event.type === EVENT_ID.SCALAR ? event.valueEnd : event.type === EVENT_ID.ALIAS ? 0 : event.start;
	return Math.max(own, event.anchorEnd, "tagEnd" in event ? event.tagEnd : 0);
}

/** @param end where the node before ends. */
function startOf(event: ScalarEvent, text: string, end: number): number | undefined {
	const { valueStart, anchorEnd, tagEnd } = event;
	switch (event.style) {
		case SCALAR_STYLE.PLAIN:
			return valueStart < 0 ? undefined : valueStart;
		case SCALAR_STYLE.SINGLE_QUOTED:
		case SCALAR_STYLE.DOUBLE_QUOTED:
			return valueStart - 1;
		default: {
			// The text of a block begins on the line below its indicator, which only other indicators precede.
			const line = text.lastIndexOf("\n", valueStart - 2) + 1;
			const from = Math.max(line, end, anchorEnd, tagEnd);
			return from + text.slice(from).search(/[|>]/);
		}
	}
}
