import { UserError } from "../errors.ts";
import { formats } from "../print/formats.ts";
import { quote } from "../resume/quote.ts";
import type { Call } from "./parse.ts";

/** Harmless in any terminal, too. */
const isWebAddress = (text: string) => /^https?:\/\/[^\s\p{C}/][^\s\p{C}]*$/iu.test(text) && URL.canParse(text);

/**
 * Flags that only make sense, or make none, beside others.
 * @param file where the program's own résumé is read from.
 * @throws {UserError} saying what to write instead.
 */
export function checkCombination({ command, flags }: Call, file: string | undefined): void {
	if (flags.watch && [undefined, "-"].includes(flags.resume ?? file)) {
		throw new UserError("--watch needs a file to follow: --resume FILE --watch");
	}

	if (flags.publicUrl !== undefined && !isWebAddress(flags.publicUrl)) {
		throw new UserError(
			`--public-url ${quote(flags.publicUrl)} isn't a web address; give one such as https://cv.example/`,
		);
	}

	if (flags.force && flags.output === undefined && command !== "init" && command !== "export") {
		throw new UserError("--force needs a file to overwrite: --output FILE --force");
	}

	const { format } = flags;
	if (flags.browser !== undefined && format !== "pdf" && (format !== undefined || !flags.output?.endsWith(".pdf"))) {
		throw new UserError("--browser is for printing PDF: --format pdf, or --output cv.pdf");
	}

	const isOtherFile = flags.output !== undefined && /\.(?!vcf$)\w+$/i.test(flags.output);
	if (flags.vcardVersion !== undefined && format !== "vcard" && (format !== undefined || isOtherFile)) {
		throw new UserError("--vcard-version is for vCards: leave it out, or write --format vcard");
	}

	for (const name of ["width", "ascii"] as const) {
		if (format !== undefined && flags[name] !== undefined && !formats[format][name]) {
			const able = Object.entries(formats).filter(([, traits]) => traits[name]);
			throw new UserError(
				`--${name} doesn't apply to --format ${format}; it is for ${able.map(([other]) => other).join(", ")}`,
			);
		}
	}
}
