import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import fc from "fast-check";
import type { Page } from "playwright-core";
import { printHtml } from "../../../source/print/html/page.ts";
import { browserOnly, withBrowser } from "../../helpers/browser.ts";
import { missingFacts } from "../../helpers/facts.ts";
import { newFile } from "../../helpers/files.ts";
import { runProgram } from "../../helpers/program.ts";
import { factsOf, seedLines } from "../../helpers/seed.ts";
import { textsOf } from "../../helpers/texts.ts";
import { anyResume, embedded } from "../sample.ts";

const widths = [320, 768, 1280];
const schemes = ["light", "dark"] as const;

const withoutSpace = (text: string) => text.replace(/\s+/gu, "");

/** What a person sees of the page, white space apart. */
// biome-ignore lint/performance/useDomNodeTextContent: what isn't drawn isn't seen.
const textOf = async (page: Page) => withoutSpace(await page.locator("body").innerText());

type Box = { textContent: string; getBoundingClientRect: () => { left: number; right: number; width: number } };

/** What reaches over the window's right or left edge. */
const overflowing = (page: Page) =>
	page.locator("body *").evaluateAll((elements: Box[], width: number) => {
		const isOver = ({ left, right, width: own }: ReturnType<Box["getBoundingClientRect"]>) =>
			own > 0 && (left < -0.5 || right > width + 0.5);
		return elements.filter((element) => isOver(element.getBoundingClientRect())).map(({ textContent }) => textContent);
	}, page.viewportSize()!.width);

describe("the page in a real browser", browserOnly, () => {
	const browser = withBrowser();

	for (const width of widths) {
		for (const colorScheme of schemes) {
			test(`at ${width} px, ${colorScheme}: all of the seed, nothing cut off, nothing for axe, nothing refused`, async (context) => {
				const { stdout } = await runProgram(["--format", "html"]);
				const file = await newFile(context, stdout, "cv.html");
				const page = await browser().newPage({ viewport: { width, height: 900 }, colorScheme });
				context.after(() => page.close());
				const said: string[] = [];
				const requests: string[] = [];
				page.on("console", (message) => said.push(message.text()));
				page.on("request", (request) => requests.push(request.url()));
				await page.goto(pathToFileURL(file).href);
				const seen = await textOf(page);
				const found = factsOf(embedded.resume).filter((fact) => factParts(fact).every((part) => seen.includes(part)));
				assert.deepEqual(missingFacts(seedLines, found), []);
				assert.deepEqual(await overflowing(page), []);
				assert.deepEqual(requests, [pathToFileURL(file).href]);
				assert.deepEqual(said, []);
				await page.evaluate(axe.source);
				const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
				assert.deepEqual(
					violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`),
					[],
				);
			});
		}
	}

	/** A title with its venue is on two lines of the page; headings are in their own letters. */
	const factParts = (fact: string) =>
		fact === fact.toUpperCase() && /^[A-Z ]+$/.test(fact)
			? [withoutSpace(originals.find((text) => text.toUpperCase() === fact) ?? fact)]
			: (/^(.*\S) \(([^()]+)\)$/.exec(fact)?.slice(1) ?? [fact]).map(withoutSpace);
	const originals = textsOf(embedded.resume);

	test("the policy holds: what is smuggled into the page is refused", async (context) => {
		const page = await browser().newPage();
		context.after(() => page.close());
		const refused: string[] = [];
		page.on("console", (message) => refused.push(message.text()));
		const smuggled = `<script>document.title="run"</script><img src="http://127.0.0.1:9/x"><p style="color:red" onclick="x()">x</p>`;
		await page.setContent((await printHtml(embedded.resume, {})).replace("</main>", `${smuggled}</main>`));
		assert.notEqual(await page.title(), "run");
		for (const directive of [/inline script/i, /image/i, /inline style/i]) {
			assert.ok(
				refused.some((text) => directive.test(text) && /Content Security Policy/.test(text)),
				refused.join("\n"),
			);
		}
	});

	test("whatever a text looks like, the browser shows it as the text it is", async (context) => {
		const page = await browser().newPage({ viewport: { width: 320, height: 600 } });
		context.after(() => page.close());
		await fc.assert(
			fc.asyncProperty(anyResume, async (resume) => {
				await page.setContent(await printHtml(resume, {}));
				const text = withoutSpace((await page.textContent("body")) ?? "");
				for (const shown of [resume.person.name, ...resume.sections.flatMap(entryTexts)]) {
					assert.ok(text.includes(withoutSpace(shown)), JSON.stringify(shown));
				}
				assert.deepEqual(await overflowing(page), []);
				assert.equal(await page.locator("b, i, img, script:not([type])").count(), 0);
			}),
			{ numRuns: 60 },
		);
	});

	const entryTexts = ({ title, entries }: (typeof embedded.resume.sections)[number]) => [
		title,
		...entries.flatMap((entry) => [entry.title, ...entry.details, ...entry.people.map(({ text }) => text)]),
	];
});
