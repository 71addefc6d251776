import type { Person } from "../../resume/model.ts";
import { truncate, widthOf } from "../../text/width.ts";
import { glyphs } from "../../theme.ts";
import { type Line, lineText, type Piece, plainLine, spread } from "./line.ts";

/**
 * Who it is and how to reach them: the name set apart, the role beside it, the place at the right, the contacts below.
 *
 * @param rows at most this many lines; what matters least goes first: the place, contacts from the last one, the role
 */
export function personLines(person: Person, columns: number, rows: number): Line[] {
	const name: Piece = { text: person.name, role: "name" };
	const role: Piece[] = person.role === undefined ? [] : [{ text: person.role, role: "plain" }];
	const place: Piece[] = person.place === undefined ? [] : [{ text: person.place, role: "quiet" }];
	const contacts = contactLines(person, columns);
	const together = [name, ...role.flatMap((piece) => [separator, piece])];
	if (fits([...together, ...place], columns - 2)) {
		return [spread(together, place, columns), ...contacts].slice(0, rows);
	}

	const roleLines = role.map(({ text }) => plainLine(truncate(text, columns)));
	const isPlaceBeside = fits([name, ...place], columns - 2);
	const nameLine = isPlaceBeside
		? spread([name], place, columns)
		: { pieces: [{ ...name, text: truncate(name.text, columns) }] };
	const placeLines = isPlaceBeside ? [] : place.map(({ text, role }) => plainLine(truncate(text, columns), role));
	const optional = [roleLines, contacts.slice(0, 1), placeLines, contacts.slice(1)];
	// In the order in which they are read; by their need, the first contact comes before the role.
	const needed = [contacts.slice(0, 1), roleLines, contacts.slice(1), placeLines].flat().slice(0, rows - 1);
	return [nameLine, ...optional.flat().filter((line) => needed.includes(line))];
}

const separator: Piece = { text: ` ${glyphs.dot} `, role: "quiet" };

const fits = (pieces: Piece[], columns: number) => widthOf(lineText({ pieces })) <= columns;

/** As many contacts on a line as fit, in their order. */
function contactLines({ contacts }: Person, columns: number): Line[] {
	const lines: Piece[][] = [];
	for (const { text, href } of contacts) {
		const piece: Piece = { text: truncate(text, columns), role: "plain", href };
		const last = lines.at(-1);
		if (last !== undefined && fits([...last, separator, piece], columns)) {
			last.push(separator, piece);
		} else {
			lines.push([piece]);
		}
	}

	return lines.map((pieces) => ({ pieces }));
}
