import { isObject, type Json } from "../document.ts";
import { each, type ForeignFormat, filled, firstText, isoDate, items, renamed } from "./format.ts";

/**
 * A LinkedIn profile as programs hand it on: `positions.values` with `company.name` (LinkedIn's first API), or
 * `experiences` with `starts_at` (services that read profiles). Names in camel or snake case.
 */
export const linkedInProfile: ForeignFormat = {
	name: "a LinkedIn profile",
	isFormatOf: (document) => {
		const profile = camel(document);
		const isNamed = "firstName" in profile || "fullName" in profile;
		const lists = [profile.positions, profile.experiences, profile.educations, profile.education, profile.experience];
		return (
			isNamed &&
			!("basics" in profile) &&
			lists.some((list) => items(list).some((item) => isObject(item) && datedKeys.some((key) => key in camel(item))))
		);
	},
	toJsonResume: (document) => {
		const profile = camel(document);
		const list = (...names: string[]) => names.flatMap((name) => items(profile[name]));
		return filled({
			basics: toBasics(profile),
			work: each(list("positions", "experiences", "experience"), (item) =>
				toEntry(item, { company: "name", companyName: "name", title: "position", description: "summary" }),
			),
			education: each(list("educations", "education"), (item) =>
				toEntry(item, {
					school: "institution",
					schoolName: "institution",
					degree: "studyType",
					degreeName: "studyType",
					fieldOfStudy: "area",
					grade: "score",
					description: "summary",
					notes: "summary",
				}),
			),
			volunteer: each(list("volunteer", "volunteerWork", "volunteerExperiences"), (item) =>
				toEntry(item, {
					company: "organization",
					companyName: "organization",
					title: "position",
					role: "position",
					description: "summary",
				}),
			),
			skills: list("skills").map((item) =>
				isObject(item) ? { name: nameIn(item.skill) ?? nameIn(item) } : { name: item },
			),
			languages: list("languagesAndProficiencies", "languages").map((item) =>
				isObject(item)
					? filled({ language: nameIn(item.language) ?? nameIn(item), fluency: nameIn(item.proficiency) ?? item.level })
					: { language: item },
			),
			certificates: each(list("certifications"), (item) => toEntry(item, { authority: "issuer", startsAt: "date" })),
			publications: each(list("publications", "accomplishmentPublications"), (item) =>
				toEntry(item, {
					title: "name",
					publishedOn: "releaseDate",
					date: "releaseDate",
					description: "summary",
					summary: "summary",
				}),
			),
			projects: each(list("projects", "accomplishmentProjects"), (item) => toEntry(item, { title: "name" })),
			awards: each(list("honorsAwards", "honors", "accomplishmentHonorsAwards"), (item) =>
				toEntry(item, { name: "title", issuer: "awarder", issuedOn: "date", description: "summary" }),
			),
			patents: each(list("patents", "accomplishmentPatents"), (item) =>
				toEntry(item, { title: "name", issuedOn: "date", description: "summary" }),
			),
			courses: each(list("courses", "accomplishmentCourses"), (item) => toEntry(item, {})),
		});
	},
};

const datedKeys = ["startDate", "startsAt", "timePeriod", "isCurrent"];

/** The object with its keys in camel case. */
const camel = (object: Json): Json =>
	Object.fromEntries(
		Object.entries(object).map(([key, value]) => [
			key.replace(/_+([a-z])/g, (_, letter: string) => letter.toUpperCase()),
			value,
		]),
	);

/** A text, or the name that an object holds. */
const nameIn = (value: unknown): string | undefined =>
	firstText(value) ?? (isObject(value) ? firstText(value.name, value.localizedName) : undefined);

function toBasics(profile: Json): Json {
	const { firstName, lastName, fullName, headline, occupation, summary, industryName: _ } = profile;
	const location = profile.location ?? profile.geoLocationName ?? profile.locationName;
	const url =
		firstText(profile.publicProfileUrl, profile.linkedinUrl) ??
		(firstText(profile.publicIdentifier) ? `https://www.linkedin.com/in/${profile.publicIdentifier}` : undefined);
	return filled({
		name: firstText(fullName) ?? [firstName, lastName].filter((part) => firstText(part)).join(" "),
		label: firstText(headline, occupation),
		summary: firstText(summary, profile.about),
		email: firstText(profile.emailAddress, profile.email, ...items(profile.personalEmails)),
		phone: firstText(profile.phone, ...items(profile.personalNumbers)),
		location: filled({
			city: firstText(profile.city) ?? nameIn(location),
			region: firstText(profile.state),
			country: firstText(profile.countryFullName),
		}),
		profiles: url === undefined ? [] : [{ network: "LinkedIn", url }],
	});
}

/** What belongs to LinkedIn's pages. */
const siteOnly = {
	logoUrl: "",
	companyLinkedinProfileUrl: "",
	companyFacebookProfileUrl: "",
	schoolLinkedinProfileUrl: "",
	schoolFacebookProfileUrl: "",
	entityUrn: "",
	companyUrn: "",
	schoolUrn: "",
	id: "",
	displaySource: "",
};

function toEntry(item: Json, names: Record<string, string>): Json {
	const period = isObject(item.timePeriod) ? item.timePeriod : {};
	const {
		isCurrent,
		timePeriod: _,
		...rest
	} = renamed(camel({ ...period, ...item }), { ...siteOnly, startsAt: "startDate", endsAt: "endDate", ...names });
	const dates = ["startDate", "endDate", "date", "releaseDate"].map((name) => [name, isoDate(rest[name])]);
	const names_ = ["name", "institution", "organization", "location"].map((name) => [name, nameIn(rest[name])]);
	return filled({
		...rest,
		...Object.fromEntries([...dates, ...names_]),
		...(isCurrent === true && { endDate: undefined }),
	});
}
