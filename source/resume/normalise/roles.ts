import { isObject, type Json } from "../document.ts";
import type { Place } from "../private.ts";
import { kindOf } from "../section-kind.ts";
import { standardName } from "./field-names.ts";
import { isHidden } from "./machine-fields.ts";
import { listOf, type Reading } from "./values.ts";

/** What becomes an entry: an object, and the fields of another that are as true of it. */
export type Source = { object: Json; place: Place; shared?: { object: Json; place: Place } };

/** The fields under which people put several roles at one employer: JSON Resume itself has no such field. */
const roleLists = /^(?:roles|positions|titles|jobs|history|progression)$/i;

/** Fields of an employer that are as true of each role there. */
const shareable = new Set(["name", "organization", "lab", "location", "description", "url"]);

/** A longer text is said once, and not with each role. */
const longestShared = 100;

/**
 * An entry that has a list of roles, such as `{name, positions: [{title, startDate}]}`, as one source a role. What it
 * says of the employer goes with each of them; what is more than that is a source of its own before them.
 */
export function splitRoles(reading: Reading, section: string, object: Json, place: Place): Source[] {
	const key = ["work", "volunteer"].includes(kindOf(section))
		? Object.keys(object).find((candidate) => isRoleList(candidate, object[candidate]))
		: undefined;
	if (key === undefined) {
		return [{ object, place }];
	}

	const roles = listOf(reading, byPosition(object[key]), [...place, key]).flatMap(({ item, place: at }) => {
		const role = isObject(item) ? namedAsPosition(section, item) : { position: item };
		return item === null || item === "" || (isObject(item) && isHidden(item)) ? [] : [{ object: role, place: at }];
	});
	const fields = Object.entries(object).filter(([candidate]) => candidate !== key);
	const isShared = ([field, value]: [string, unknown]) =>
		shareable.has(standardName(section, field)) && (typeof value !== "string" || value.length <= longestShared);
	const shared = Object.fromEntries(fields.filter(isShared));
	const own = fields.filter((field) => !isShared(field) && !isSaidByRoles(section, field, roles));
	return [
		...(own.length === 0 ? [] : [{ object: Object.fromEntries(fields), place }]),
		...roles.map((role) => ({ ...role, shared: { object: shared, place } })),
	];
}

/** Whether a field of an employer holds the roles there. */
export const isRoleList = (key: string, value: unknown): boolean => roleLists.test(key) && hasObjects(value);

/** A list of roles, or an object of them by their names: `{"Lead": "2010–2012"}`. */
const hasObjects = (value: unknown) =>
	Array.isArray(value)
		? value.some(isObject)
		: isObject(value) &&
			Object.values(value).length > 0 &&
			Object.values(value).every((item) => isObject(item) || (typeof item === "string" && /\d{4}/.test(item)));

const byPosition = (value: unknown): unknown =>
	isObject(value)
		? Object.entries(value).map(([position, item]) =>
				isObject(item) ? { position, ...item } : { position, date: item },
			)
		: value;

/** What a role calls its name is the position: the name of an entry is the employer's. */
function namedAsPosition(section: string, role: Json): Json {
	const hasPosition = Object.keys(role).some((key) => standardName(section, key) === "position");
	return hasPosition
		? role
		: Object.fromEntries(Object.entries(role).map(([key, value]) => [key === "name" ? "position" : key, value]));
}

/** Whether a field of the employer says no more than one of the roles does: the start of the first of them. */
function isSaidByRoles(section: string, [key, value]: [string, unknown], roles: readonly { object: Json }[]): boolean {
	if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) {
		return true;
	}

	const field = standardName(section, key);
	return roles.some(({ object }) =>
		Object.entries(object).some(([candidate, other]) => standardName(section, candidate) === field && other === value),
	);
}
