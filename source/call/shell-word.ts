/** A text as a POSIX shell reads it back: in quotes unless it needs none. */
export const shellWord = (text: string): string =>
	/^[\w:/.,@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
