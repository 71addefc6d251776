import { standardName } from "../normalise/field-names.ts";
import { type Place, valueAt } from "../private.ts";
import { contactOf, hasContact, isContactPlace } from "./contact.ts";
import { type Leaf, leavesAt } from "./leaves.ts";

/** A text that still says what is hidden elsewhere. */
export type Mention = {
	/** Where it is, and what of it is hidden there. */
	place: Place;
	hidden: Place;
	/** Whether someone can be reached by it. */
	isContact: boolean;
};

/**
 * The texts that have one of the hidden texts in them: a phone number in a summary, a name.
 * @param others the texts to look through; without them, those of the document outside of `hidden`.
 */
export function mentions(document: unknown, hidden: readonly Place[], others?: readonly Leaf[]): Mention[] {
	if (hidden.length === 0) {
		return [];
	}

	const rest =
		others ??
		leavesAt(document, []).filter(
			({ place }) =>
				!(place[0] === "meta" && place[1] === "private") && !hidden.some((outer) => isWithin(place, outer)),
		);
	return hidden.flatMap((outer) =>
		leavesAt(valueAt(document, outer), outer).flatMap(({ text, place }): Mention[] => {
			const contact = contactOf(text);
			if (contact?.startsWith("https:") && !isContactPlace(document, outer)) {
				return [];
			}

			const isSaid =
				contact === undefined ? wordTest(text, place, outer) : (other: string) => hasContact(other, contact);
			const found = isSaid && rest.find((leaf) => isSaid(leaf.text));
			const isContact = contact !== undefined || isReach(place);
			return found ? [{ place: found.place, hidden: place, isContact }] : [];
		}),
	);
}

const isWithin = (place: Place, outer: Place) => outer.every((key, index) => place[index] === key);

/** Whether a field holds a way to reach someone, whatever its text: a short number is one, too. */
const isReach = (place: Place) =>
	place.at(-1) === "address" ||
	place.slice(1).some((key) => /^(?:phone|email)$/.test(standardName("basics", String(key))));

/** Where a place is, when something was, how well: such words are anyone's. */
const commonFields =
	/^(?:city|region|state|country(?:Code)?|.*date|when|years?|score|level|fluency|studyType|area|network|language|status|type)$/i;

/** What finds a field's text as whole words in another one; undefined of a text that says nothing by itself. */
function wordTest(text: string, place: Place, hidden: Place): ((other: string) => boolean) | undefined {
	const key = String(place.at(-1));
	const isName = place.length === hidden.length || /^(?:name|reference)$/.test(key) || isReach(place);
	if (
		text.trim().length < 4 ||
		!isName ||
		commonFields.test(key) ||
		(place.includes("location") && !/^(?:address|postalCode)$/.test(key))
	) {
		return undefined;
	}

	const escaped = text.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
	const whole = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "iu");
	return (other) => whole.test(other);
}
