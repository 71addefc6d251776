import { characterEntitiesHtml4 } from "character-entities-html4";
import { type Decode, decodeBasic } from "./html.ts";

/**
 * Decodes the character references that HTML 4 names, beside those of `decodeBasic`. The two thousand more of HTML 5
 * are mathematical signs and would be a tenth of the package; they stay as they are written.
 */
export const decodeNamed: Decode = (text) =>
	text.replace(/&(?:#x?)?[a-z\d]{1,31};/gi, (reference) => {
		const name = reference.slice(1, -1);
		const character = Object.hasOwn(characterEntitiesHtml4, name) ? characterEntitiesHtml4[name] : undefined;
		return character ?? decodeBasic(reference);
	});
