const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** What a reader takes for the characters of a text: each with its marks, and with what is joined to it (UAX #29). */
export const graphemes = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);
