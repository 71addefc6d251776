/**
 * Right-to-left text in a terminal. Some terminals show the characters in the order in which they are written, from left
 * to right; others reorder each row by the Unicode Bidirectional Algorithm (UAX #9), and would swap two columns of
 * Hebrew or Arabic, since nothing but blanks is between them. A left-to-right mark is a letter of no width: after each
 * gap and each line between panes it keeps what is on its two sides apart; after the margin it also keeps terminals that
 * guess a row's direction from its first letter from turning the row. There is none in the first column, where xterm.js
 * gives it a column of its own. Isolates would say the same, but are of 2013: older terminals draw them as characters.
 */
const mark = "\u200E";

/** Letters and digits that are written from right to left: Hebrew, Arabic and their like, and their extensions. */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** What parts columns: blanks in a row, the lines between panes and of the timeline, the cursor of a menu. */
const gaps = /^ +| {2,}|[─━╌│┼▶◆❯][─━╌│┼▶◆❯ ]*/g;

/** The row, with escape sequences or without, so that its columns stay where they are in any terminal. */
export const keepColumns = (row: string): string => (rightToLeft.test(row) ? row.replace(gaps, `$&${mark}`) : row);
