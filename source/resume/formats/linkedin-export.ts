import { isObject, type Json } from "../document.ts";
import { each, type ForeignFormat, filled, firstText, isoDate, items, renamed } from "./format.ts";

/**
 * The copy of their data that LinkedIn gives its members (https://www.linkedin.com/help/linkedin/answer/a1339364), and the
 * same from its Member Snapshot API: a table a kind, under the name of its file, with the headings as keys.
 */
export const linkedInExport: ForeignFormat = {
	name: "LinkedIn's data export",
	isFormatOf: (document) =>
		Object.values(document).some(
			(table) =>
				Array.isArray(table) &&
				table.some((row) => isObject(row) && ("Started On" in row || "First Name" in row || "School Name" in row)),
		) ||
		(isObject(document.Profile) && "First Name" in document.Profile),
	toJsonResume: (document) => {
		const tables = new Map(Object.entries(document).map(([name, rows]) => [squeeze(name), rows]));
		const rowsOf = (...names: string[]) => names.flatMap((name) => items(tables.get(name)));
		const [profile = {}] = rowsOf("profile").filter(isObject);
		return filled({
			basics: toBasics(profile, rowsOf("emailaddresses"), rowsOf("phonenumbers")),
			work: each(rowsOf("positions"), (row) =>
				toEntry(row, { "Company Name": "name", Title: "position", Description: "summary" }),
			),
			education: each(rowsOf("education"), (row) =>
				toEntry(row, {
					"School Name": "institution",
					"Degree Name": "studyType",
					Notes: "summary",
					Activities: "activities",
				}),
			),
			projects: each(rowsOf("projects"), (row) => toEntry(row, { Title: "name", Description: "description" })),
			publications: each(rowsOf("publications"), (row) =>
				toEntry(row, { Name: "name", Description: "summary", Publisher: "publisher", "Published On": "releaseDate" }),
			),
			certificates: each(rowsOf("certifications"), (row) =>
				toEntry(row, {
					Name: "name",
					Authority: "issuer",
					"License Number": "number",
					"Started On": "date",
					"Finished On": "expires",
				}),
			),
			awards: each(rowsOf("honors", "honorsandawards"), (row) =>
				toEntry(row, { Title: "title", Description: "summary", Issuer: "awarder", "Issued On": "date" }),
			),
			volunteer: each(rowsOf("volunteering", "volunteeringexperiences"), (row) =>
				toEntry(row, { "Company Name": "organization", Role: "position", Description: "summary", Cause: "cause" }),
			),
			skills: each(rowsOf("skills"), (row) => toEntry(row, { Name: "name" })),
			languages: each(rowsOf("languages"), (row) => toEntry(row, { Name: "language", Proficiency: "fluency" })),
			courses: each(rowsOf("courses"), (row) => toEntry(row, { Name: "name", Number: "number" })),
			patents: each(rowsOf("patents"), (row) => toEntry(row, { Title: "name", Description: "summary" })),
		});
	},
};

const squeeze = (name: string) =>
	name
		.toLowerCase()
		.replace(/\.(?:csv|json)$/, "")
		.replace(/[^a-z]/g, "");

function toBasics(profile: Json, emails: unknown[], phones: unknown[]): Json {
	const rows = (values: unknown[], heading: string) =>
		values.flatMap((row) => (isObject(row) ? (firstText(row[heading]) ?? []) : []));
	const primary = emails.find((row) => isObject(row) && /^yes$/i.test(String(row.Primary)));
	const sites = (text: unknown) => [...String(text ?? "").matchAll(/https?:\/\/[^\s,\]]+/g)].map(([url]) => url);
	return filled({
		name: [profile["First Name"], profile["Last Name"]].filter((part) => firstText(part)).join(" "),
		label: profile.Headline,
		summary: profile.Summary,
		email: isObject(primary) ? primary["Email Address"] : rows(emails, "Email Address")[0],
		phone: rows(phones, "Number")[0] ?? rows(phones, "Phone Number")[0],
		location: filled({ city: profile["Geo Location"], postalCode: profile["Zip Code"] }),
		profiles: sites(profile.Websites).map((url) => ({ network: "Web", url })),
	});
}

function toEntry(row: Json, names: Record<string, string>): Json {
	const { startDate, endDate, releaseDate, date, ...rest } = renamed(row, {
		"Started On": "startDate",
		"Finished On": "endDate",
		"Start Date": "startDate",
		"End Date": "endDate",
		Url: "url",
		Location: "location",
		...names,
	});
	return filled({
		...rest,
		startDate: isoDate(startDate),
		endDate: isoDate(endDate),
		releaseDate: isoDate(releaseDate),
		date: isoDate(date),
	});
}
