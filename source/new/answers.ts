import path from "node:path";
import { UserError } from "../errors.ts";
import { quote } from "../resume/quote.ts";
import { slug } from "../resume/slug.ts";
import { type LicenseId, licenses } from "./files/license.ts";

/** What a new card is made of. */
export type Answers = {
	/** The card's package, "my-card" or "@ada/card". */
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
 * What a card is called, by what was typed: a folder, "Ada's Card" for the package ada-s-card; or a package's name with its
 * scope, @ada/card, for the folder card.
 * @throws {UserError} if npm would take no such name.
 */
export function cardNamed(typed: string): { folder: string; packageName: string } {
	const [, unscoped] = /^@[a-z\d][a-z\d._-]*\/([a-z\d][a-z\d._-]*)$/.exec(typed) ?? [];
	const folder = unscoped ?? typed;
	const packageName = unscoped === undefined ? nameOf(folder) : typed;
	if (!/[a-z]/.test(packageName) || reserved.includes(path.basename(path.resolve(folder)))) {
		throw new UserError(`${quote(typed)} doesn't make a package name; use Latin letters and digits, such as my-card`);
	}

	if (packageName.length > longestName) {
		throw new UserError(`${quote(typed)} is too long for a package name, which has at most ${longestName} characters`);
	}

	return { folder, packageName };
}

const nameOf = (folder: string) =>
	folder === "" ? "" : slug(path.basename(path.resolve(folder))).replace(/[^a-z\d-]+/g, "");

/** The command that a package's name becomes: without its scope. */
export const commandOf = (packageName: string): string => packageName.replace(/^@.*\//, "");

/** Why a text isn't an email address; undefined if it may be one. */
export const mailProblem = (text: string): string | undefined =>
	/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? undefined : "isn't an email address; write it as name@example.com";

/** @throws {UserError} if there is no such licence. */
export function licenseOf(text: string): LicenseId {
	const found = (Object.keys(licenses) as LicenseId[]).find((id) => id.toLowerCase() === text.toLowerCase());
	if (found === undefined) {
		throw new UserError(`--license ${quote(text)} is unknown; choose from ${Object.keys(licenses).join(", ")}`);
	}

	return found;
}
