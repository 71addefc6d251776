/** A line of a text, or an item of a list in it, with the items under it. */
export type OutlineItem = { text: string; isBullet: boolean; children: OutlineItem[] };

const bullet = /^[-*•‣–]\s+(?=\S)/;

/** What nobody begins a line with but a list; what `plainText` makes of HTML's lists. */
const sureBullet = /^[•‣]\s+(?=\S)/;

/** Lists within lists; what is deeper is put there. */
export const deepest = 8;

/**
 * The lines of a text, and the lists in them, as people type them and Markdown has them: what is indented deeper is
 * under the item before.
 * @param least how many lines must begin as an item does, if it's with a sign that begins other lines too.
 */
export function outlineOf(text: string, least = 2): OutlineItem[] {
	const lines = text.split("\n").filter((line) => line.trim() !== "");
	const trimmed = lines.map((line) => line.trim());
	const isList = trimmed.filter((line) => bullet.test(line)).length >= least;
	const isItem = (line: string) => (isList ? bullet : sureBullet).test(line);
	const items: OutlineItem[] = [];
	let open: { indent: number; item: OutlineItem }[] = [];
	for (const [index, line] of trimmed.entries()) {
		const indent = lines[index]!.search(/\S/);
		const last = open.at(-1);
		if (!isItem(line) && last !== undefined && indent > last.indent) {
			last.item.text += ` ${line}`;
			continue;
		}

		const item: OutlineItem = {
			text: isItem(line) ? line.replace(bullet, "") : line,
			isBullet: isItem(line),
			children: [],
		};
		open = item.isBullet ? open.filter((each) => each.indent < indent).slice(0, deepest) : [];
		(open.at(-1)?.item.children ?? items).push(item);
		if (item.isBullet) {
			open.push({ indent, item });
		}
	}

	return items;
}
