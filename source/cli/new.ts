import path from "node:path";
import { hasColours, isContinuousIntegration, isDumb } from "../call/colours.ts";
import type { Call } from "../call/parse.ts";
import { shellWord } from "../call/shell-word.ts";
import { type Answers, cardNamed, licenseOf, mailProblem } from "../new/answers.ts";
import { installEngine, readEngine } from "../new/engine.ts";
import { cardFiles } from "../new/files/index.ts";
import { type LicenseId, licenses } from "../new/files/license.ts";
import { readGiven } from "../new/given.ts";
import { homePicture } from "../new/picture.ts";
import type { Question } from "../new/prompts/form.ts";
import { starterCard } from "../new/starter-card.ts";
import { refuseExisting, writeCard } from "../new/write-card.ts";
import type { Program } from "../program.ts";
import { cleanLine } from "../resume/clean.ts";
import { loadDocument } from "../resume/load.ts";
import { warn } from "./report.ts";
import { isTerminal, writeOut } from "./streams.ts";

const usualName = "my-card";
/** What a shell ends with after Ctrl-C: 128 and the signal's number. */
const cancelled = 130;

/** Writes the folder of a card of one's own. @returns what the process ends with. */
export async function newCard({ words, flags }: Call, program: Program): Promise<number> {
	const { folder, packageName } = cardNamed(words[0] ?? usualName);
	await refuseExisting(folder);
	const license = flags.license === undefined ? undefined : licenseOf(flags.license);
	// A file that can't be shown, or whose private paths are wrong, stops here, before anyone is asked anything.
	const given = flags.resume === undefined ? undefined : await readGiven(flags.resume);
	for (const sentence of [...(given?.loaded.warnings ?? []), ...(given?.notes ?? [])]) {
		warn(sentence, program);
	}

	const questions = questionsFor({ hasResume: given !== undefined, license, hasDeploy: flags.deploy });
	const answered = flags.yes || !canAsk() ? {} : await askAll(packageName, questions, flags);
	if (answered === undefined) {
		warn("cancelled; nothing was written", program);
		return cancelled;
	}

	const answers: Answers = {
		packageName,
		name: answered.name || undefined,
		email: answered.email || undefined,
		headline: answered.headline || undefined,
		license: license ?? (answered.license as LicenseId | undefined) ?? "none",
		hasDeploy: flags.deploy ?? answered.deploy === "yes",
	};
	const source = given?.source ?? { name: "resume.json", text: starterCard(answers) };
	const { resume } = given?.loaded ?? (await loadDocument(JSON.parse(source.text), source.name));
	const engine = await readEngine();
	const year = new Date().getFullYear();
	const translations = given?.translations ?? new Map<string, string>();
	const files = cardFiles({ answers, resume, source, translations, engine, picture: homePicture(resume), year });
	await writeCard(folder, files, (card) => installEngine(engine, path.join(card, "node_modules")));
	await writeOut(nextSteps(folder, files.size, answers, source.name, given !== undefined));
	return 0;
}

const canAsk = () =>
	isTerminal("stdin") && isTerminal("stdout") && !isContinuousIntegration(process.env) && !isDumb(process.env);

async function askAll(packageName: string, questions: Question[], flags: Call["flags"]) {
	const { ask } = await import("../new/prompts/ask.tsx");
	return ask(`A card of your own: ${packageName}`, questions, {
		hasColours: hasColours(flags, process.env, process.stdout),
		isScreenReader: flags.screenReader ?? process.env.INK_SCREEN_READER === "true",
	});
}

type Known = { hasResume: boolean; license: LicenseId | undefined; hasDeploy: boolean | undefined };

/** What has to be asked, given what is known. */
function questionsFor({ hasResume, license, hasDeploy }: Known): Question[] {
	const person: Question[] = [
		{ kind: "text", key: "name", label: "Name", hint: "As it's shown, such as Ada Stern.", isOptional: false },
		{
			kind: "text",
			key: "email",
			label: "Email",
			hint: "Where people can write to you; empty leaves it out.",
			isOptional: true,
			problem: mailProblem,
		},
		{
			kind: "text",
			key: "headline",
			label: "Headline",
			hint: "What you are in a few words: Pastry chef; empty leaves it out.",
			isOptional: true,
		},
	];
	return [
		...(hasResume ? [] : person),
		...(license === undefined
			? [
					{
						kind: "choice",
						key: "license",
						label: "Licence",
						hint: "What others may do with your words.",
						choices: Object.entries(licenses).map(([value, { title }]) => ({ value, label: title })),
					} as const,
				]
			: []),
		...(hasDeploy === undefined
			? [
					{
						kind: "choice",
						key: "deploy",
						label: "Server",
						hint: "Files that serve the card over SSH, for systemd and containers.",
						choices: [
							{ value: "no", label: "No" },
							{ value: "yes", label: "Yes, in deploy/" },
						],
					} as const,
				]
			: []),
	];
}

function nextSteps(
	folder: string,
	count: number,
	{ packageName, name }: Answers,
	source: string,
	isOwn: boolean,
): string {
	const left = isOwn
		? ""
		: `\n${name === undefined ? "Everything" : "All but what you typed"} in ${source} is still the starter's: write your own, and delete what you don't need.\n`;
	return `Wrote ${cleanLine(folder)} (${count} files).
${left}
  cd ${shellWord(cleanLine(folder))}
  npm start        open it, and follow ${source} as you edit it
  npm test         check it
  npm publish      then anyone can run: npx ${packageName}
`;
}
