// @ts-check
import { isNarrow } from "../../source/text/width.ts";

/**
 * Divides text into graphemes, as Intl.Segmenter does; but that one takes ten milliseconds to make, while libraries are
 * loaded that may never see a text which needs it. A narrow character is a grapheme of its own, and so are line feeds and the controls
 * of escape sequences.
 */
export class LateSegmenter {
	/** @type {[locales?: Intl.LocalesArgument, options?: Intl.SegmenterOptions]} */
	#options;
	/** @type {Intl.Segmenter | undefined} */
	#segmenter;

	/** @param {[locales?: Intl.LocalesArgument, options?: Intl.SegmenterOptions]} options */
	constructor(...options) {
		this.#options = options;
	}

	/** @returns {Iterable<Intl.SegmentData>} */
	segment(/** @type {string} */ input) {
		const { granularity = "grapheme" } = this.#options[1] ?? {};
		if (granularity === "grapheme" && isNarrow(input.replace(/[\u0007\n\u001B]/g, ""))) {
			const segments = [];
			for (let index = 0; index < input.length; index++) {
				segments.push({ segment: input.charAt(index), index, input });
			}
			return segments;
		}
		const { Segmenter } = Intl;
		this.#segmenter ??= new Segmenter(...this.#options);
		return this.#segmenter.segment(input);
	}
}
