import { existsSync } from "node:fs";
import process from "node:process";
import { after, before } from "node:test";
import { type Browser, chromium } from "playwright-core";

const executablePath = process.env.TEST_BROWSER ?? "/usr/bin/chromium";

/** Skips, with the reason, what needs a real browser. */
export const browserOnly = {
	skip: existsSync(executablePath) ? false : `there is no ${executablePath}; TEST_BROWSER may name a Chromium`,
};

/** A real browser for the tests of a file. @returns gives it while they run. */
export function withBrowser(): () => Browser {
	let browser: Browser | undefined;
	before(async () => {
		if (browserOnly.skip === false) {
			browser = await chromium.launch({ executablePath, args: quiet });
		}
	});
	after(() => browser?.close());
	return () => browser!;
}

/** Starts as root, and talks to nobody. */
const quiet = [
	"--no-sandbox",
	"--disable-gpu",
	"--disable-quic",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
];
