// npm run picture: draws the README's pictures in docs/ from the résumé in data/: home-*.svg of the first screen; page-*.png
// and paper-*.png if there is a browser, and pdftoppm for the latter.
import { execFileSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { chromium } from "playwright-core";
import { ownResume } from "../build/own-resume.mjs";
import { homePicture } from "../source/new/picture.ts";
import { printHtml } from "../source/print/html/page.ts";
import { findBrowser } from "../source/print/pdf/browsers.ts";
import { printPdf } from "../source/print/pdf/pdf.ts";
import { loadFile } from "../source/resume/load.ts";

const folder = path.resolve(import.meta.dirname, "../docs");
const sizes = [
	{ columns: 40, rows: 12 },
	{ columns: 40, rows: 24 },
	{ columns: 80, rows: 24 },
	{ columns: 120, rows: 40 },
	{ columns: 200, rows: 50 },
];
const backgrounds = ["light", "dark"] as const;
const { resume } = await loadFile(ownResume());
await mkdir(folder, { recursive: true });
for (const size of sizes) {
	for (const background of backgrounds) {
		await save(`home-${size.columns}x${size.rows}-${background}.svg`, homePicture(resume, size, background));
	}
}

const executablePath = findBrowser(process.platform, process.env);
if (executablePath === undefined) {
	process.stdout.write("there is no browser: the page and the paper stay as they are\n");
} else {
	const page = await printHtml(resume, {});
	await drawPage(page, executablePath);
	await drawPaper(await printPdf(page, { paper: "a4", creator: "zhen-zhang" }));
}

async function drawPage(page: string, executablePath: string): Promise<void> {
	const browser = await chromium.launch({ executablePath, chromiumSandbox: false });
	for (const colorScheme of backgrounds) {
		const tab = await browser.newPage({ colorScheme, viewport: { width: 960, height: 720 } });
		await tab.setContent(page);
		await save(`page-${colorScheme}.png`, await tab.screenshot());
	}

	await browser.close();
}

/** Each page of the PDF: paper-1.png and so on. */
async function drawPaper(pdf: Buffer): Promise<void> {
	execFileSync("pdftoppm", ["-png", "-r", "80", "-", path.join(folder, "paper")], { input: pdf });
	process.stdout.write("docs/paper-*.png\n");
}

async function save(name: string, content: string | Buffer): Promise<void> {
	await writeFile(path.join(folder, name), content);
	process.stdout.write(`docs/${name}\n`);
}
