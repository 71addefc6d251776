import { existsSync, type FSWatcher, readlinkSync, realpathSync, watch } from "node:fs";
import path from "node:path";
import { UserError } from "../errors.ts";
import { isBeside } from "./beside.ts";
import { cleanLine } from "./clean.ts";

/**
 * Watches every folder in which something can change what a file's name stands for. It's the folders, since most editors
 * write a new file and rename it over the old one, which ends a watch on the file itself. A link that is set to another
 * file, or a folder that was removed, ends a watch too: after a change, close this and watch anew.
 *
 * @param onError receives that a folder can't be watched any more.
 * @returns a function that closes it.
 * @throws {UserError} if a folder can't be watched.
 */
export function watchPlaces(file: string, onChange: () => void, onError: (error: UserError) => void): () => void {
	const watchers: FSWatcher[] = [];
	const close = () => {
		for (const watcher of watchers) {
			watcher.close();
		}
	};
	try {
		for (const place of placesOf(file)) {
			watchers.push(openWatch(place, onChange, onError));
		}
	} catch (error) {
		close();
		throw error;
	}

	return close;
}

/** The file, and what it is a symbolic link to, one after another; for what isn't there, the first missing folder. */
function placesOf(file: string): Set<string> {
	const places = new Set<string>();
	let place: string | undefined = path.resolve(file);
	while (place !== undefined && !places.has(place)) {
		places.add(place);
		place = targetOf(place);
	}

	return new Set([...places].map(firstMissing));
}

function targetOf(link: string): string | undefined {
	try {
		return path.resolve(realpathSync(path.dirname(link)), readlinkSync(link));
	} catch {
		return undefined;
	}
}

function firstMissing(place: string): string {
	const folder = path.dirname(place);
	return folder === place || existsSync(folder) ? place : firstMissing(folder);
}

function openWatch(place: string, onChange: () => void, onError: (error: UserError) => void): FSWatcher {
	const folder = path.dirname(place);
	try {
		const watcher = watch(folder, (_, name) => {
			// Some systems don't say which file it was. A folder that is removed says its own name.
			const isIts = name === null || name === path.basename(place) || isBeside(name, place);
			if (isIts || name === path.basename(folder)) {
				onChange();
			}
		});
		watcher.on("error", () => onError(new UserError(`${cleanLine(folder)}: this folder can't be watched any more`)));
		return watcher;
	} catch {
		throw new UserError(`${cleanLine(folder)}: this folder can't be watched; start without --watch`);
	}
}
