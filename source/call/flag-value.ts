import { UserError } from "../errors.ts";
import { quote } from "../resume/quote.ts";
import { didYouMean } from "./did-you-mean.ts";
import { dashed, definitionOf, type FlagName } from "./flags.ts";

/**
 * A flag's value in its type.
 * @param raw what was read of it.
 * @param options the words of the command line that may be options.
 * @returns undefined if the flag wasn't given.
 * @throws {UserError} if the value is missing, or isn't one that the flag takes.
 */
export function flagValue(
	name: FlagName,
	raw: unknown,
	options: readonly string[],
): boolean | number | string | string[] | undefined {
	const { type, choices, alias, synonyms = {} } = definitionOf(name);
	const typed = `--${dashed(name)}`;
	if (type === "boolean") {
		checkBare(name, options);
		return typeof raw === "boolean" ? raw : undefined;
	}

	if (type === "list") {
		const values = Array.isArray(raw) ? raw.map(String) : [];
		const isGiven = options.some((word) => word === typed || word.startsWith(`${typed}=`) || word === `-${alias}`);
		if (isGiven && (values.length === 0 || values.includes(""))) {
			throw new UserError(`${typed} needs a value: ${typed} ${definitionOf(name).value}`);
		}

		return values.length > 0 ? values : undefined;
	}

	if (raw === undefined) {
		return undefined;
	}

	if (typeof raw !== "string" || raw === "") {
		throw new UserError(`${typed} needs a value: ${choices?.join(", ") ?? `${typed} ${definitionOf(name).value}`}`);
	}

	if (type === "number") {
		return numberOf(name, raw);
	}

	const meant = Object.hasOwn(synonyms, raw) ? synonyms[raw]! : raw;
	if (choices && !choices.includes(meant)) {
		throw new UserError(`${typed} ${quote(raw)} is unknown; ${didYouMean(raw, choices)}`);
	}

	return meant;
}

/** "--print=false" isn't what it says: a flag is there or not. */
function checkBare(name: FlagName, options: readonly string[]): void {
	const spellings = [`--${dashed(name)}`, `--no-${dashed(name)}`, `-${definitionOf(name).alias ?? "-"}`];
	for (const [index, word] of options.entries()) {
		const [option = "", ...values] = word.split("=");
		const next = /^(?:true|false)$/.test(options[index + 1] ?? "") ? options.slice(index + 1, index + 2) : [];
		const [value] = values.length > 0 ? [values.join("=")] : next;
		if (spellings.includes(option) && value !== undefined) {
			throw new UserError(`${option} takes no value; remove ${quote(value)}`);
		}
	}
}

function numberOf(name: FlagName, raw: string): number {
	const { range, also } = definitionOf(name);
	const value = /^\d{1,9}$/.test(raw) ? Number(raw) : Number.NaN;
	const [least, most] = range ?? [0, Number.MAX_SAFE_INTEGER];
	if (value === also || (value >= least && value <= most)) {
		return value;
	}

	const other = also === undefined ? "" : `${also} or `;
	throw new UserError(`--${dashed(name)} takes ${other}a whole number from ${least} to ${most}, not ${quote(raw)}`);
}
