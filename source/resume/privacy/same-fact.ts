import { profileUrl } from "../formats/profiles.ts";
import { standardName } from "../normalise/field-names.ts";
import { locationField } from "../normalise/location.ts";
import { children, type Place, valueAt } from "../private.ts";
import { contactOf, isContactPlace, isSameContact } from "./contact.ts";
import { leavesAt } from "./leaves.ts";

/**
 * The places of the same facts as those at the given ones, themselves among them: the same address in another field
 * (`website` and `url`, a profile and a link, with `https://` or without), a field under its other name or in another
 * language (`company` and `name`, `summary_fr`), a date in words, the rest of a profile whose name or address is hidden.
 */
export function sameFacts(document: unknown, places: readonly Place[]): Place[] {
	const wholes = places
		.flatMap((place) => [place, ...translated(document, place)])
		.flatMap((place) => [
			place,
			...profileOf(place),
			...otherNames(document, place),
			...besideBasics(document, place),
			...looseParts(valueAt(document, ["basics"]), place),
		]);
	const contacts = wholes
		.filter((place) => isContactPlace(document, place))
		.flatMap((place) => contactsAt(document, place));
	// Most documents have nothing to hide, and every text of theirs would be looked at.
	const others = (contacts.length === 0 ? [] : leavesAt(document, []))
		.filter(({ text, place }) => {
			const own = contactOf(text) ?? contactOf(impliedAddress(document, place, text));
			return place[1] !== "private" && own !== undefined && contacts.some((contact) => isSameContact(contact, own));
		})
		.flatMap(({ place }) => [place, ...profileOf(place)]);
	// Of places within each other the outermost is enough; removing the inner one first would do no harm.
	const all = new Map([...wholes, ...others].map((place) => [JSON.stringify(place), place]));
	return [...all.values()];
}

const contactsAt = (document: unknown, place: Place): string[] =>
	leavesAt(valueAt(document, place), place).flatMap(({ text }) => contactOf(text) ?? []);

/** The whole profile or link, of its address or of the name in it. */
const profileOf = (place: Place): Place[] =>
	/^(?:profiles|links)$/.test(String(place.at(-3))) &&
	/^(?:url|href|link|uri|website|user(?:name)?|handle)$/i.test(String(place.at(-1)))
		? [place.slice(0, -1)]
		: [];

/** "https://github.com/pat", of the name in a profile that has no address. */
function impliedAddress(document: unknown, place: Place, text: string): string {
	const { network } = (valueAt(document, place.slice(0, -1)) ?? {}) as { network?: unknown };
	return profileOf(place).length > 0 ? (profileUrl(network, text.trim()) ?? "") : "";
}

/** The same place in the document's other languages. */
const translated = (document: unknown, place: Place): Place[] =>
	children(valueAt(document, ["meta", "languages"]))
		.map(([language]) => ["meta", "languages", language, ...place])
		.filter((other) => valueAt(document, other) !== undefined);

/** The other keys of the same object that say the same. */
function otherNames(document: unknown, place: Place): Place[] {
	const key = place.at(-1)!;
	const around = place.slice(0, -1);
	const object = valueAt(document, around);
	if (typeof key === "number" || Array.isArray(object) || place.length < 2) {
		return [];
	}

	return Object.keys(object as object).flatMap((other) =>
		other !== key && (saysSame(String(place[0]), key, other) || (isInLocation(place) && partOf(key) === partOf(other)))
			? [[...around, other]]
			: [],
	);
}

/** A name beside `basics`, which is the person's too, and the other way round. */
function besideBasics(document: unknown, place: Place): Place[] {
	const key = place.at(-1);
	const other: Place | undefined =
		place.length === 2 && place[0] === "basics"
			? []
			: place.length === 1 && place[0] !== "basics"
				? ["basics"]
				: undefined;
	return typeof key !== "string" || other === undefined || !/name$/i.test(standardName("basics", key))
		? []
		: children(valueAt(document, other))
				.filter(([name, value]) => typeof value !== "object" && saysSame("basics", key, String(name)))
				.map(([name]) => [...other, name]);
}

const isInLocation = ([section, ...rest]: Place) =>
	rest.slice(0, -1).some((key) => standardName(String(section), String(key)) === "location");

/** The part of a place that a key is for: a country's code names it. */
const partOf = (key: string) => locationField(key)?.replace("countryCode", "country") ?? key;

/** Parts of a hidden location that the person's own fields say too: `city` beside `location`. */
function looseParts(basics: unknown, [section, key, ...rest]: Place): Place[] {
	if (section !== "basics" || standardName("basics", String(key)) !== "location") {
		return [];
	}

	const [hidden] = rest.filter((step) => typeof step === "string");
	return children(basics)
		.filter(([other]) => {
			const isPart = locationField(String(other)) !== undefined;
			return isPart && (rest.length === 0 || (hidden !== undefined && partOf(String(other)) === partOf(hidden)));
		})
		.map(([other]) => ["basics", other]);
}

const languageAffix = /^[a-z]{2}_(?=.{3})|(?<=.{3})[_@-][a-z]{2}(?:[_-][a-z]{2,4})?$/gi;

function saysSame(section: string, a: string, b: string): boolean {
	const [first, second] = [a, b].map((key) => {
		const name = standardName(section, key.replace(languageAffix, ""));
		return /^(?:date|releaseDate|years?|dates|period|duration|when)$/i.test(name) ? "when" : name;
	});
	const isDate = (name: string | undefined) => name === "startDate" || name === "endDate";
	// Without its end, a start says that it still goes on.
	const isEnd = first === "endDate" && second === "startDate";
	// A name that isn't there is made of its parts.
	const isPart =
		section === "basics" && first === "name" && /^(?:first|last|middle|given|family|fore|sur)_?names?$/i.test(second!);
	return (
		first === second || isPart || isEnd || (first === "when" && isDate(second)) || (second === "when" && isDate(first))
	);
}
