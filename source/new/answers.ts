import path from "node:path";
import { UserError } from "../errors.ts";
import { quote } from "../resume/quote.ts";
import { slug } from "../resume/slug.ts";
import { type LicenseId, licenses } from "./files/license.ts";

/** What a new card is made of. */
export type Answers = {
	/** The card's package and command: "my-card". */
	packageName: string;
	/** The person's name; undefined keeps the starter's placeholder. */
	name?: string;
	email?: string;
	headline?: string;
	license: LicenseId;
	/** Whether the folder has what serves the card over SSH. */
	hasDeploy: boolean;
};

/** npm's limit (https://docs.npmjs.com/cli/configuring-npm/package-json#name). */
const longestName = 214;
const reserved = ["node_modules", "favicon.ico"];

/**
 * The package that a folder's name stands for: "Ada's Card" is ada-s-card.
 * @throws {UserError} if npm would take none of it.
 */
export function packageNameOf(folder: string): string {
	const base = path.basename(path.resolve(folder));
	const name = slug(base)
		.replace(/[^a-z\d-]+/g, "")
		.slice(0, longestName);
	if (!/[a-z]/.test(name) || reserved.includes(base)) {
		throw new UserError(`${quote(folder)} doesn't make a package name; use Latin letters and digits, such as my-card`);
	}

	return name;
}

/** Why a text isn't a mail address; undefined if it may be one. */
export const mailProblem = (text: string): string | undefined =>
	/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? undefined : "isn't a mail address; write it as name@example.com";

/** @throws {UserError} if there is no such licence. */
export function licenseOf(text: string): LicenseId {
	const found = (Object.keys(licenses) as LicenseId[]).find((id) => id.toLowerCase() === text.toLowerCase());
	if (found === undefined) {
		throw new UserError(`--license ${quote(text)} is unknown; choose from ${Object.keys(licenses).join(", ")}`);
	}

	return found;
}
