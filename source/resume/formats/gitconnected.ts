import { isObject, type Json } from "../document.ts";
import { each, type ForeignFormat, filled, isoDate, renamed } from "./format.ts";

/** gitconnected's export (https://gitconnected.com/v1/portfolio/…): JSON Resume 0.0.16 with dates in parts and a portfolio. */
export const gitConnected: ForeignFormat = {
	name: "gitconnected",
	isFormatOf: ({ basics, work, projects }) =>
		isObject(basics) &&
		("karma" in basics || "yearsOfExperience" in basics || "locationAsString" in basics) &&
		[...listOf(work), ...listOf(projects), basics].some(
			(item) =>
				isObject(item) && ("isCurrentRole" in item || "displayName" in item || "karma" in item || "headline" in item),
		),
	toJsonResume: ({ basics, projects, ...sections }) =>
		filled({
			basics: toBasics(basics as Json),
			...Object.fromEntries(
				Object.entries(sections).map(([name, value]) => [name, Array.isArray(value) ? each(value, toEntry) : value]),
			),
			projects: each(projects, toProject),
		}),
};

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** What only their site needs. */
const siteOnly = {
	id: "",
	karma: "",
	followers: "",
	following: "",
	picture: "image",
	locationAsString: "",
	resumeUrl: "",
};

function toBasics(basics: Json): Json {
	const { headline, label, location, region, blog, profiles, username, ...rest } = basics;
	const place = isObject(location) ? location : { city: location ?? basics.locationAsString ?? region };
	return filled({
		...renamed(rest, { ...siteOnly, website: "url" }),
		label: label || headline,
		location: filled(place),
		profiles: [
			...(Array.isArray(profiles) ? profiles : []),
			...(typeof username === "string" && username !== ""
				? [{ network: "gitconnected", username, url: `https://gitconnected.com/${username}` }]
				: []),
			...(typeof blog === "string" && blog !== "" ? [{ network: "Blog", url: blog }] : []),
		],
	});
}

function toEntry(entry: Json): Json {
	const { start, end, startDate, endDate, isCurrentRole, rating: _, ...rest } = entry;
	return filled({
		...renamed(rest, { id: "", company: "name", website: "url", gpa: "score", description: "summary" }),
		startDate: isoDate(startDate || start),
		endDate: isCurrentRole === true ? undefined : isoDate(endDate || end),
	});
}

function toProject(project: Json): Json {
	const { name, displayName, languages, libraries, primaryLanguage, ...rest } = project;
	const keywords = [primaryLanguage, ...listOf(languages), ...listOf(libraries)].filter(
		(word) => typeof word === "string" && word !== "",
	);
	return filled({
		...toEntry(renamed(rest, { images: "", videos: "", image: "", summary: "description" })),
		name: displayName || name,
		keywords: [...new Set(keywords)],
	});
}
