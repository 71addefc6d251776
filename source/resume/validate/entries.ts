import { monthsOf } from "../dates.ts";
import { isObject, type Json, placeText } from "../document.ts";
import { toIsoDate } from "../normalise/date-words.ts";
import { isWebAddress } from "../normalise/values.ts";
import type { Place } from "../private.ts";
import { described } from "../quote.ts";
import type { Finding } from "./findings.ts";

/** What is legal in the entries of a document but looks wrong: dates, addresses, duplicate entries and texts. */
export function checkEntries(document: Json, now: Date): Finding[] {
	return Object.entries(document).flatMap(([section, value]) => {
		const entries = (Array.isArray(value) ? value : [value]).flatMap((entry, index): [Json, Place][] =>
			isObject(entry) ? [[entry, Array.isArray(value) ? [section, index] : [section]]] : [],
		);
		return section === "meta"
			? []
			: [
					...entries.flatMap(([entry, place]) => [
						...checkDates(entry, place, now),
						...checkAddresses(entry, place),
						...checkTwice(entry, place),
					]),
					...sameEntries(entries),
				];
	});
}

const dateFields = ["startDate", "endDate", "date", "releaseDate"];

function checkDates(entry: Json, place: Place, now: Date): Finding[] {
	const warnings: Finding[] = [];
	const dates = dateFields.flatMap((field): [string, string][] => {
		const date = entry[field];
		return typeof date === "string" && /^\d{4}(-\d\d){0,2}$/.test(date) ? [[field, date]] : [];
	});
	const warn = (field: string, message: string, fix: string) =>
		warnings.push({ severity: "warning", place: [...place, field], message, fix });
	for (const [field, date] of dates) {
		if (/^(?:0|1[0-4])/.test(date)) {
			warn(field, `${described(date)} isn't a year of the Gregorian calendar`, "write the year of that calendar");
		} else if (toIsoDate(date) === undefined || !isDay(date)) {
			warn(field, `there's no such day as ${described(date)}`, "correct the month or the day");
		} else if (isAfter(date, now) && entry.endDateExpected !== true) {
			warn(field, `${described(date)} is in the future`, `if it's only expected, say so: "endDateExpected": true`);
		}
	}

	const { startDate, endDate } = Object.fromEntries(dates);
	if (startDate !== undefined && endDate !== undefined && isBefore(endDate, startDate)) {
		warn("endDate", `this end (${endDate}) is before the start (${startDate})`, "correct or swap the two dates");
	}

	return warnings;
}

/** Whether a whole date is in the calendar. */
function isDay(date: string): boolean {
	const [year, month, day] = date.split("-").map(Number);
	return day === undefined || new Date(Date.UTC(year!, month! - 1, day)).getUTCDate() === day;
}

const isAfter = (date: string, now: Date): boolean => {
	const today = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
	return date > today.slice(0, date.length);
};

function isBefore(end: string, start: string): boolean {
	const [first, last] = [monthsOf(start)?.first, monthsOf(end)?.last];
	const isSameForm = end.length === start.length && end < start;
	return isSameForm || (first !== undefined && last !== undefined && last < first);
}

/** Links and mail addresses anywhere in an entry; the official schema checks those it knows. */
function checkAddresses(value: unknown, place: Place): Finding[] {
	if (typeof value !== "object" || value === null) {
		return [];
	}

	return Object.entries(value).flatMap(([key, item]): Finding[] => {
		const at = [...place, Array.isArray(value) ? Number(key) : key];
		if (typeof item !== "string" || item === "") {
			return checkAddresses(item, at);
		}

		if (/^e-?mail$/i.test(key) && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(item)) {
			return [warning(at, `${described(item)} isn't an email address`, "write it as name@example.com")];
		}

		return /^(?:url|website|href|link|homepage)$/i.test(key) && !isWebAddress(item)
			? [warning(at, `${described(item)} isn't a link`, "begin it with https://")]
			: [];
	});
}

const warning = (place: Place, message: string, fix: string): Finding => ({ severity: "warning", place, message, fix });

/** The same text twice in one list. */
function checkTwice(entry: Json, place: Place): Finding[] {
	return Object.entries(entry).flatMap(([field, value]) => {
		const texts: unknown[] = Array.isArray(value) ? value : [];
		return texts.flatMap((text, index) =>
			typeof text === "string" && texts.indexOf(text) < index
				? [warning([...place, field, index], `${described(text)} is already in this list`, "remove one of the two")]
				: [],
		);
	});
}

/** Entries with the same texts and dates, regardless of highlights. */
function sameEntries(entries: [Json, Place][]): Finding[] {
	const first = new Map<string, Place>();
	return entries.flatMap(([entry, place]) => {
		const words = Object.entries(entry).filter(([, value]) => typeof value !== "object" && value !== "");
		const name = JSON.stringify(words.sort(([a], [b]) => (a < b ? -1 : 1)));
		const same = words.length > 0 ? first.get(name) : undefined;
		first.set(name, same ?? place);
		return same ? [warning(place, `this is the same as ${placeText(same)}`, "remove one of the two")] : [];
	});
}
