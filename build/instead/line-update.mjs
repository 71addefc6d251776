// Ink's way to write what has changed of a line, for `incrementalRendering`: the program has one of its own, which knows
// the whole screen (source/ui/terminal/screen-update.ts).
export default function lineUpdate() {
	throw new Error("incremental rendering is left out: see build/instead/line-update.mjs");
}
