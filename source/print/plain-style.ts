import type { Style } from "./style.ts";

const same = (text: string) => text;

/** No colours: what goes into a file or a pipe. */
export const plainStyle: Style = {
	name: same,
	heading: same,
	title: same,
	quiet: same,
	owner: same,
	link: same,
	strong: same,
	emphasis: same,
	literal: same,
	code: same,
};
