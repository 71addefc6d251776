/** The escape sequences that this program writes itself; Ink writes all others. */

/** A longer address isn't made a link: GNU screen prints what is over 768 bytes, and VTE takes 2083 at most. */
const longestAddress = 700;

/** OSC 8: the text as a hyperlink (https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda). */
export function hyperlink(text: string, url: string): string {
	const address = safeUrl(url);
	return address.length > longestAddress ? text : `\u001B]8;;${address}\u0007${text}\u001B]8;;\u0007`;
}

/** OSC 52: text for the clipboard of the visitor's own terminal, also over SSH (xterm's control sequences). */
export const clipboardWrite = (text: string): string =>
	`\u001B]52;c;${Buffer.from(text, "utf8").toString("base64")}\u0007`;

/** OSC 8 allows printable ASCII alone in an address; everything else is percent-encoded. */
const safeUrl = (url: string): string => url.replace(/[^!-~]+/g, (part) => encodeURIComponent(part));
