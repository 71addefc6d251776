import { isStandardSection, type StandardSection } from "./json-resume.ts";

/** What people call the sections of JSON Resume when they write from memory. Compared in lower case, without `_`, `-` and spaces. */
const otherNames: Record<string, StandardSection> = {
	employment: "work",
	employmenthistory: "work",
	experience: "work",
	experiences: "work",
	jobs: "work",
	positions: "work",
	professionalexperience: "work",
	workexperience: "work",
	workhistory: "work",
	volunteering: "volunteer",
	volunteerexperience: "volunteer",
	educations: "education",
	honors: "awards",
	honours: "awards",
	certifications: "certificates",
	publication: "publications",
	papers: "publications",
	skill: "skills",
	hobbies: "interests",
	reference: "references",
	project: "projects",
};

/** Of a longer name, the words that say which section of JSON Resume its entries are like: "researchExperience". */
const tellingWords: [words: RegExp, kind: StandardSection][] = [
	[/volunteer/, "volunteer"],
	[/publication|papers|preprints/, "publications"],
	[/experience|employment|internships?$|positions$|jobs$/, "work"],
	[/education|degrees$/, "education"],
	[/awards|honou?rs|prizes|scholarships|fellowships/, "awards"],
	[/certificat/, "certificates"],
	[/projects$/, "projects"],
];

const squeeze = (key: string) => key.toLowerCase().replace(/[_\-\s]/g, "");

/** The section of JSON Resume that a key means: "work" for "Experience"; the key itself if there is none. */
export function sectionMeant(key: string): string {
	const name = squeeze(key);
	return isStandardSection(name) ? name : Object.hasOwn(otherNames, name) ? otherNames[name]! : key;
}

/** The section of JSON Resume whose fields the entries under a key have, or the key itself. */
export function kindOf(key: string): string {
	if (isStandardSection(key) || key === "basics") {
		return key;
	}

	const meant = sectionMeant(key);
	return isStandardSection(meant) ? meant : (tellingWords.find(([words]) => words.test(squeeze(key)))?.[1] ?? key);
}
