import { isObject, type Json } from "../document.ts";
import { kindOf, sectionMeant } from "../section-kind.ts";

/**
 * What the fields of JSON Resume 1.0 (https://jsonresume.org/schema) were called before, and what people call them.
 * Names are compared without regard to case and to `_`, `-` and spaces.
 */

const squeeze = (key: string) => (/^[a-z]+$/.test(key) ? key : key.toLowerCase().replace(/[_\-\s]/g, ""));

const standardFields = new Map(
	`name label image email phone url summary location profiles address postalCode city countryCode region network
	username description position startDate endDate highlights organization institution area studyType score courses
	title date awarder issuer publisher releaseDate level keywords language fluency reference roles entity type
	links authors endDateExpected doi`
		.split(/\s+/)
		.map((name) => [squeeze(name), name]),
);

type Names = Record<string, string>;

const everywhere: Names = {
	website: "url",
	homepage: "url",
	link: "url",
	start: "startDate",
	end: "endDate",
	startsat: "startDate",
	endsat: "endDate",
};

/** In a section of the document's own these are often words: "from June". */
const ofStandardSections: Names = { from: "startDate", since: "startDate", to: "endDate", until: "endDate" };

const bySection: Record<string, Names> = {
	basics: {
		picture: "image",
		photo: "image",
		avatar: "image",
		bio: "summary",
		about: "summary",
		title: "label",
		headline: "label",
		mail: "email",
		emails: "email",
		tel: "phone",
		telephone: "phone",
		mobile: "phone",
		phones: "phone",
		fullname: "name",
		socialprofiles: "profiles",
		socials: "profiles",
		links: "profiles",
	},
	work: {
		company: "name",
		employer: "name",
		organization: "name",
		organisation: "name",
		role: "position",
		title: "position",
		jobtitle: "position",
		designation: "position",
		org: "name",
		responsibilities: "highlights",
		duties: "highlights",
		bullets: "highlights",
		bulletpoints: "highlights",
	},
	volunteer: {
		company: "organization",
		name: "organization",
		organisation: "organization",
		org: "organization",
		responsibilities: "highlights",
		duties: "highlights",
		role: "position",
		title: "position",
	},
	education: {
		school: "institution",
		university: "institution",
		college: "institution",
		degree: "studyType",
		degreename: "studyType",
		major: "area",
		field: "area",
		fieldofstudy: "area",
		gpa: "score",
		grade: "score",
		graduation: "endDate",
		graduationdate: "endDate",
		graduated: "endDate",
	},
	awards: { name: "title", issuer: "awarder", organization: "awarder", by: "awarder" },
	certificates: {
		title: "name",
		authority: "issuer",
		organization: "issuer",
		issued: "date",
		issuedate: "date",
		dateissued: "date",
	},
	publications: { title: "name", author: "authors", venue: "publisher" },
	skills: {
		skill: "name",
		title: "name",
		category: "name",
		group: "name",
		items: "keywords",
		skills: "keywords",
		proficiency: "level",
	},
	languages: { name: "language", level: "fluency", proficiency: "fluency" },
	interests: { title: "name", items: "keywords" },
	references: { author: "name", quote: "reference", text: "reference" },
	projects: { title: "name" },
};

const lookUp = (names: Names, name: string) => (Object.hasOwn(names, name) ? names[name] : undefined);

/**
 * The standard's name for a field, or the field's own if the standard has none.
 * @param section "basics", or the key that the entries are under.
 */
export function standardName(section: string, key: string): string {
	const name = squeeze(key);
	const kind = kindOf(section);
	const ofSection = Object.hasOwn(bySection, kind)
		? (lookUp(bySection[kind]!, name) ?? (section === "basics" ? undefined : lookUp(ofStandardSections, name)))
		: undefined;
	return ofSection ?? lookUp(everywhere, name) ?? standardFields.get(name) ?? key;
}

/** `standardName` of an object's key, unless the object has a key of that name already. */
export function standardNameIn(object: Json, section: string, key: string): string {
	const name = standardName(section, key);
	return name !== key && Object.hasOwn(object, name) ? key : name;
}

/**
 * "work", "basics" … for what is under a key of the document, or the key itself: "Experience" and the oldest "bio" are
 * meant as well.
 */
export function standardKey(key: string, value: unknown): string {
	const name = squeeze(key);
	const isPerson = name === "basics" || (personKeys.has(name) && isObject(value));
	return isPerson ? "basics" : sectionMeant(key);
}

/** Where people put the person. As a text, or a list of texts, the same keys are a section of their own. */
const personKeys = new Set([
	"bio",
	"contact",
	"contactinfo",
	"person",
	"personal",
	"personaldetails",
	"personalinfo",
	"personalinformation",
	"personaldata",
	"profile",
]);

/** Whether JSON Resume, or this program beyond it, has a field of that name somewhere. */
export const isStandardField = (key: string): boolean => standardFields.get(squeeze(key)) === key;
