import assert from "node:assert/strict";
import type { Resume } from "../../source/resume/model.ts";
import type { Size } from "../../source/ui/frame/layout.ts";
import { view } from "./viewer.ts";

/** A whole screen, written out: what is pressed, and what then is to be seen. */
export type Frame = { screen: string; keys: string[]; frame: string };

/** Presses the keys on a terminal of this size and compares all that it shows. */
export async function assertFrame(resume: Resume, size: Size, { keys, frame }: Frame): Promise<void> {
	await using shown = view(resume, size);
	shown.press(...keys);
	await shown.settled();
	assert.equal(`\n${shown.text()}`, frame);
}
