import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { UserError } from "../../errors.ts";
import { quote } from "../../resume/quote.ts";
import { findBrowser, findProgram } from "./browsers.ts";
import { DevTools } from "./devtools.ts";

/** Inches, as the protocol has them. */
const papers = { a4: { paperWidth: 8.27, paperHeight: 11.69 }, letter: { paperWidth: 8.5, paperHeight: 11 } };

export type Paper = keyof typeof papers;

/** Milliseconds after which a browser that has not printed is given up. */
const patience = 60_000;

/**
 * An HTML page on paper: a tagged PDF with the page's title and language, printed by a browser of this machine.
 * @param creator what the file names as the program that made it, rather than the browser and its system.
 * @param name the browser, a path or a name on the PATH; without one, Chromium, Chrome or Edge where they usually are.
 * @throws {UserError} if there is none, or it fails.
 */
export async function printPdf(
	page: string,
	{ browser: name, paper, creator }: { browser?: string; paper: Paper; creator: string },
): Promise<Buffer> {
	const browser = browserOf(name);
	// A profile of its own: the user's own may be in use, and is private.
	const profile = await mkdtemp(path.join(tmpdir(), "resume-pdf-"));
	const child = spawn(browser, options(profile, creator), { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
	const ended = new Promise<void>((resolve) => {
		child.once("close", () => resolve()).once("error", () => resolve());
	});
	try {
		return await printWith(child, page, paper);
	} catch (error) {
		throw new UserError(
			`${quote(browser)} didn't print (${(error as Error).message}); name another browser with --browser, or print the page from one: --format html`,
			1,
		);
	} finally {
		child.kill("SIGKILL");
		await ended;
		// Its other processes may still write for a moment.
		await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
	}
}

function browserOf(name: string | undefined): string {
	const found = name === undefined ? findBrowser(process.platform, process.env) : findProgram(name, process.env);
	if (found !== undefined) {
		return found;
	}

	throw name === undefined
		? new UserError(
				"a PDF needs Chromium, Chrome or Edge, and none was found; name one with --browser PATH, or print the page from any browser: --format html",
				1,
			)
		: new UserError(
				`--browser ${quote(name)} isn't a program that can be run; give its path, such as /usr/bin/chromium`,
			);
}

const options = (profile: string, creator: string): string[] => [
	"--headless",
	"--remote-debugging-pipe",
	`--user-data-dir=${profile}`,
	`--user-agent=${creator}`,
	"--no-first-run",
	"--no-default-browser-check",
	"--disable-gpu",
	"--disable-extensions",
	// Nothing of it talks to anyone: the page is here, and it fetches nothing.
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-default-apps",
	"--disable-sync",
	"--disable-quic",
	// Chromium's sandbox refuses to run as root. The page runs no script, so that root may print it without.
	...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

async function printWith(child: ChildProcess, page: string, paper: Paper): Promise<Buffer> {
	const tools = new DevTools(child);
	const timer = setTimeout(() => tools.close(new Error(`no answer in ${patience / 1000} seconds`)), patience);
	child.once("error", (error) => tools.close(error));
	child.once("close", (code, signal) => tools.close(new Error(`it ended with ${signal ?? `exit code ${code}`}`)));
	try {
		const { targetId } = await tools.send("Target.createTarget", { url: "about:blank" });
		const { sessionId } = await tools.send("Target.attachToTarget", { targetId, flatten: true });
		const session = String(sessionId);
		const { frameTree } = await tools.send("Page.getFrameTree", {}, session);
		const { id: frameId } = (frameTree as { frame: { id: string } }).frame;
		await tools.send("Emulation.setScriptExecutionDisabled", { value: true }, session);
		await tools.send("Page.setDocumentContent", { frameId, html: page }, session);
		const { data } = await tools.send(
			"Page.printToPDF",
			{ ...papers[paper], generateTaggedPDF: true, generateDocumentOutline: true },
			session,
		);
		return Buffer.from(String(data), "base64");
	} finally {
		clearTimeout(timer);
	}
}

/** The countries and regions that print on Letter (Unicode CLDR, `paperSize`). */
const letterRegions = ["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"];

/** The paper of the place that the environment names, as POSIX does: LC_ALL, LC_PAPER, LANG. */
export function usualPaper({ LC_ALL, LC_PAPER, LANG }: Readonly<Record<string, string | undefined>>): Paper {
	const [, region] = /^[a-z]+_([A-Z]{2})/.exec(LC_ALL || LC_PAPER || LANG || "") ?? [];
	return region !== undefined && letterRegions.includes(region) ? "letter" : "a4";
}
