import { spansText } from "./blocks.ts";
import type { Entry, Group } from "./model.ts";
import { beginning, slug, uniqueIds } from "./slug.ts";

/** An entry before its neighbours are known. */
export type Draft = Omit<Entry, "id" | "label" | "group"> & {
	/** The label that its owner gave it. */
	ownLabel?: string;
	/** The organisation and lab of a job, or the title. */
	place: string;
	/** Neighbours share a heading if these are the same. */
	groupParts: string[];
};

/** Consecutive entries of a section under their heading, or one entry that has none. */
export type EntryGroup = {
	group?: Group;
	/** With their indexes in the section. */
	entries: { entry: Entry; index: number }[];
};

/** A section's entries by their headings, in its order: for whatever draws or prints a list of them. */
export function groupsOf(entries: readonly Entry[]): EntryGroup[] {
	const groups: EntryGroup[] = [];
	for (const [index, entry] of entries.entries()) {
		const last = groups.at(-1);
		if (last?.group && last.group.title === entry.group?.title) {
			last.entries.push({ entry, index });
		} else {
			groups.push({ group: entry.group, entries: [{ entry, index }] });
		}
	}

	return groups;
}

/** The details of an entry under its group's heading; without a group, all of them. */
export const ownDetails = ({ details, group }: Entry): string[] =>
	group ? details.filter((detail) => !group.said.includes(detail)) : details;

/** The entry as it is shown under its group's heading, without what that says already. */
export const underHeading = (entry: Entry): Entry => ({
	...entry,
	details: ownDetails(entry),
	links: entry.links.filter(({ url }) => !entry.group?.links.some((link) => link.url === url)),
});

/** The entries of a section: those of one employer or school under one heading, each with a label and an id of its own. */
export function toEntries(drafts: readonly Draft[]): Entry[] {
	const runs = runsOf(drafts);
	const entries = runs.flatMap((run) => (run.length === 1 ? [alone(run[0]!)] : grouped(run)));
	const labels = distinctLabels(entries);
	const ids = uniqueIds(labels.map(idFrom));
	return entries.map((entry, index) => ({ ...entry, id: ids[index]!, label: labels[index]! }));
}

type Labelled = Omit<Entry, "id">;

/** Consecutive drafts with the same group parts. */
function runsOf(drafts: readonly Draft[]): Draft[][] {
	const runs: Draft[][] = [];
	let lastKey = "";
	for (const draft of drafts) {
		const key = draft.groupParts.join("\n");
		if (key !== "" && key === lastKey) {
			runs.at(-1)!.push(draft);
		} else {
			runs.push([draft]);
		}

		lastKey = key;
	}

	return runs;
}

const alone = ({ ownLabel, place, groupParts: _, ...entry }: Draft): Labelled => ({
	...entry,
	label: ownLabel ?? place,
});

function grouped(run: Draft[]): Labelled[] {
	const [{ groupParts }] = run as [Draft];
	const details = run[0]!.details.filter(
		(detail) => !groupParts.includes(detail) && run.every((draft) => draft.details.includes(detail)),
	);
	const links = run[0]!.links.filter(({ url }) => run.every((draft) => draft.links.some((link) => link.url === url)));
	const group: Group = { title: groupParts.join(" · "), details, links, said: [...groupParts, ...details] };
	const titles = run.map(({ title }) => title);
	return run.map(({ ownLabel, place: _, groupParts: __, ...entry }) => {
		const isOwnTitle = titles.indexOf(entry.title) === titles.lastIndexOf(entry.title);
		return {
			...entry,
			label: ownLabel ?? ((isOwnTitle ? undefined : firstPoint(entry)) || entry.title),
			group,
		};
	});
}

const firstPoint = ({ body }: Pick<Entry, "body">): string | undefined =>
	body[0] && beginning(spansText(body[0].spans));

/** The labels; those that are the same are distinguished by their titles, their employers or their dates, whichever differ. */
function distinctLabels(entries: readonly Labelled[]): string[] {
	const labels = entries.map(({ label }) => label);
	const words = [
		({ title }: Labelled) => title,
		({ group, details }: Labelled) => group?.title ?? details[0],
		({ dates }: Labelled) => dates?.text,
	];
	return words.reduce(
		(labelsSoFar, wordsOf) => distinguished(labelsSoFar, (index) => wordsOf(entries[index]!)),
		labels,
	);
}

/** Equal labels with more words after them, unless those words are the same for all of them. */
function distinguished(labels: readonly string[], wordsOf: (index: number) => string | undefined): string[] {
	const byLabel = new Map<string, number[]>();
	for (const [index, label] of labels.entries()) {
		const same = byLabel.get(label);
		if (same) {
			same.push(index);
		} else {
			byLabel.set(label, [index]);
		}
	}

	const result = [...labels];
	for (const [label, indexes] of byLabel) {
		if (indexes.length > 1 && new Set(indexes.map(wordsOf)).size > 1) {
			for (const index of indexes) {
				const words = wordsOf(index);
				result[index] = words === undefined || label.includes(words) ? label : `${label} · ${words}`;
			}
		}
	}

	return result;
}

/** An id longer than this is typed by nobody; a beginning of it does. */
const longestId = 60;

/** An id made of words, or "" if they have no letter or figure. */
export const idFrom = (words: string): string => slug(words).slice(0, longestId).replace(/-+$/, "");
