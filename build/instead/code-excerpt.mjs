// See stack-utils.mjs: without a place in the source there is no excerpt to show.
export default function codeExcerpt() {
	return undefined;
}
