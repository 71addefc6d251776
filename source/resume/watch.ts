import { statSync } from "node:fs";
import { UserError } from "../errors.ts";
import { cleanLine } from "./clean.ts";
import { type Loaded, type LoadOptions, loadFile } from "./load.ts";
import { fileName } from "./parse/read.ts";
import { watchPlaces } from "./watch-places.ts";

/** A file counts as written after this many milliseconds without a change: editors write in several steps. */
const quietTime = 60;

/**
 * Follows a résumé file while it is edited.
 *
 * @param onLoaded receives each version that can be read.
 * @param onError receives why a version can't be read; the caller keeps the last good one.
 * @param readAt when it was read before, in milliseconds since 1970: what was written after that is loaded at once.
 * @returns a function that stops it; nothing is called afterwards.
 * @throws {UserError} if the folder can't be watched.
 */
export function watchResume(
	file: string,
	onLoaded: (loaded: Loaded) => void,
	onError: (error: UserError) => void,
	options: LoadOptions = {},
	readAt = Number.POSITIVE_INFINITY,
): () => void {
	let timer: NodeJS.Timeout | undefined;
	// Loads overlap if a file is saved again while it is read: only the newest result counts.
	let newest = 0;
	const load = async () => {
		newest++;
		const own = newest;
		try {
			// First, so that nothing that is changed from now on is missed.
			closePlaces();
			closePlaces = openPlaces();
			const loaded = await loadFile(file, options);
			if (own === newest) {
				onLoaded(loaded);
			}
		} catch (error) {
			if (own === newest) {
				onError(error instanceof UserError ? error : new UserError(cleanLine(String(error))));
			}
		}
	};

	const onChange = () => {
		clearTimeout(timer);
		timer = setTimeout(load, quietTime);
	};
	const openPlaces = () => watchPlaces(file, onChange, onError);
	let closePlaces = openPlaces();
	if (writtenAt(file) > readAt) {
		timer = setTimeout(load, quietTime);
	}

	return () => {
		newest = Number.POSITIVE_INFINITY;
		clearTimeout(timer);
		closePlaces();
	};
}

/** Why the file can't be read, the line first, for whoever edits it and knows its name. */
export function brief(message: string, file: string): string {
	const name = `${fileName(file)}:`;
	const rest = message.startsWith(name) ? message.slice(name.length).trim() : message;
	return rest.replace(/^(\d+:\d+): (?:this isn't (?:JSON|YAML): )?/, "line $1: ");
}

/** When a process started, in milliseconds since 1970: nothing was read before. */
export const startOf = ({ uptime }: Pick<NodeJS.Process, "uptime">): number => Date.now() - uptime() * 1000;

/** When the file was last written; a file that isn't there was never. */
const writtenAt = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
