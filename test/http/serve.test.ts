import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { plainStyle } from "../../source/print/plain-style.ts";
import { printText } from "../../source/print/text.ts";
import { printView } from "../../source/print/views.ts";
import { browserOnly, withBrowser } from "../helpers/browser.ts";
import { newFile } from "../helpers/files.ts";
import { runProgram } from "../helpers/program.ts";
import { loadSample } from "../helpers/sample.ts";
import { until } from "../ssh/until.ts";
import { curl, curlOnly, type HttpServing, serveHttp, wgetOnly } from "./client.ts";

const { resume } = await loadSample();
const [, , third] = resume.sections;
const sgr = /\u001B\[[\d;]*m/g;
const textOf = (selection = {}) => printText(resume, selection, { width: 80, isAscii: false, style: plainStyle });
const firefox = {
	"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
	Accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
};

describe("the résumé over HTTP", () => {
	let serving: HttpServing;
	before(async () => {
		serving = await serveHttp();
	});
	after(() => serving[Symbol.asyncDispose]());
	const get = (target: string, headers: Record<string, string> = firefox, method = "GET") =>
		fetch(serving.url + target, { headers, method, redirect: "manual" });

	test("curl gets coloured text, a browser the page, and Accept or ?format= decide", curlOnly, async () => {
		const coloured = await curl(serving.url);
		assert.match(coloured, sgr);
		assert.equal(coloured.replace(sgr, ""), textOf());
		assert.equal(await curl("--header", "Accept: text/plain", serving.url), textOf());
		assert.match(await curl("--header", "Accept: text/html", serving.url), /^<!doctype html>/);
		assert.match(await curl(`${serving.url}/?format=markdown`), /^# /);
		const page = await (await get("/")).text();
		assert.match(page, /^<!doctype html>/);
		assert.ok(page.includes(`<h1 class="p-name">${resume.person.name}</h1>`));
		assert.equal(await (await get("/?format=text")).text(), textOf());
	});

	test("a section and an entry are named as on the command line", curlOnly, async () => {
		const text = await curl(`${serving.url}/research/2`);
		assert.equal(text.replace(sgr, ""), textOf({ section: 2, entry: 1 }));
		const encoded = encodeURIComponent(third!.title);
		assert.equal((await curl(`${serving.url}/${encoded}`)).replace(sgr, ""), textOf({ section: 2 }));
		assert.match(await (await get("/research/2")).text(), /<article id="[^"]+"/);
		assert.equal(await curl(`${serving.url}/links`), printView(resume, "links", {}));
		assert.equal(await (await get("/timeline")).text(), await (await get("/")).text());
		const markdown = await get("/timeline?format=markdown");
		assert.deepEqual(
			[markdown.status, await markdown.text()],
			[404, "timeline isn't printed as markdown; choose html or text\n"],
		);
	});

	test("each format has its file, and its type", curlOnly, async () => {
		for (const [name, type, format] of [
			["resume.txt", "text/plain; charset=utf-8", "text"],
			["resume.md", "text/markdown; charset=utf-8", "markdown"],
			["resume.json", "application/json", "json"],
			["card.vcf", "text/vcard; charset=utf-8", "vcard"],
			["publications.bib", "application/x-bibtex; charset=utf-8", "bibtex"],
		]) {
			const answer = await get(`/${name}`);
			assert.equal(answer.headers.get("content-type"), type);
			const printed = await runProgram(["--format", format!, "--width", "80"].slice(0, format === "text" ? 4 : 2));
			assert.equal(await answer.text(), printed.stdout, name);
		}
	});

	test("the card has its code, in a terminal and in a browser", curlOnly, async () => {
		const card = await curl(`${serving.url}/card`);
		assert.ok(card.replace(sgr, "").startsWith(`${resume.person.name}\n`));
		assert.match(card, /[█▀▄]{8}/);
		assert.match(card, /ssh -p \d+ 127\.0\.0\.1/);
		const page = await (await get("/card")).text();
		assert.match(page, /<svg class="code"[^>]*><path d="M\d+ \d+h\d+v1/);
	});

	test("404 names the nearest, to a browser as a link", curlOnly, async () => {
		assert.match(await curl(`${serving.url}/reserch`), /^no section is called "reserch"; did you mean "research-/);
		assert.match(await curl(`${serving.url}/research/99`), /^no entry of .* has the number "99"/);
		assert.equal(
			await curl(`${serving.url}/resume.jsn`),
			'nothing is called "resume.jsn"; did you mean "/resume.json"?\n',
		);
		const answer = await get("/crad");
		assert.equal(answer.status, 404);
		assert.match(await answer.text(), /<a href="\/card">\/card<\/a>/);
		assert.match(await (await get("/reserch")).text(), new RegExp(`<a href="/${third!.id}">/${third!.id}</a>`));
		const hostile = await get("/%3Cscript%3Ealert(1)%3C%2Fscript%3E");
		assert.equal(hostile.status, 404);
		assert.doesNotMatch(await hostile.text(), /<script/);
		for (const [target, status] of [
			["/%", 400],
			["/?format=pdf", 400],
			["/a/b/c", 404],
			[`/${"x".repeat(600)}`, 414],
			["/../../etc/passwd", 404],
			["/%2e%2e%2fetc%2fpasswd", 404],
			["/education?format=vcard", 404],
		] as const) {
			const answer = await get(target);
			assert.equal(answer.status, status, target);
			assert.equal(answer.headers.get("cache-control"), "no-store");
		}
		assert.equal((await get("/", { Accept: "image/png" })).status, 406);
	});

	test("HEAD is GET without the body, and anything else is refused", async () => {
		for (const target of ["/", "/resume.json", "/nothing-of-the-kind"]) {
			const [head, whole] = [await get(target, firefox, "HEAD"), await get(target)];
			assert.equal(head.status, whole.status);
			assert.equal(await head.text(), "");
			const headers = (answer: Response) =>
				[...answer.headers].filter(([name]) => !["date", "connection", "keep-alive"].includes(name));
			assert.deepEqual(headers(head), headers(whole));
			await whole.text();
		}

		for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"]) {
			const answer = await get("/", firefox, method);
			assert.deepEqual([answer.status, answer.headers.get("allow")], [405, "GET, HEAD"]);
		}
	});

	test("what a client has already is not sent again, in any encoding", curlOnly, async () => {
		for (const encoding of ["br", "gzip", "identity"]) {
			const headers = { ...firefox, "Accept-Encoding": encoding };
			const first = await get("/", headers);
			const tag = first.headers.get("etag")!;
			assert.match(tag, /^"[\w-]+"$/);
			assert.equal(first.headers.get("cache-control"), "no-cache");
			assert.match(first.headers.get("vary")!, /Accept, User-Agent, Accept-Encoding/);
			await first.text();
			const second = await get("/", { ...headers, "If-None-Match": tag });
			assert.deepEqual([second.status, await second.text(), second.headers.get("etag")], [304, "", tag]);
			assert.equal((await get("/", { ...headers, "If-None-Match": '"other"' })).status, 200);
		}
	});

	test("gzip and br hold the same page, smaller, and within 12 kB", curlOnly, async (context) => {
		const page = await (await get("/", { ...firefox, "Accept-Encoding": "identity" })).text();
		for (const [encoding, unpack] of [
			["gzip", gunzipSync],
			["br", brotliDecompressSync],
		] as const) {
			const file = await newFile(context, "");
			const headers = Object.entries({ ...firefox, "Accept-Encoding": encoding });
			const options = headers.flatMap(([name, value]) => ["--header", `${name}: ${value}`]);
			await curl(...options, "--output", file, serving.url);
			const packed = readFileSync(file);
			assert.equal(unpack(packed).toString(), page);
			assert.ok(packed.length < 12_000 && packed.length < page.length / 3, `${packed.length}`);
		}
	});

	test("wget saves the page's files under their names", wgetOnly, async (context) => {
		const folder = path.dirname(await newFile(context, ""));
		const file = path.join(folder, "cv.txt");
		execFileSync("wget", ["--quiet", "--output-document", file, serving.url]);
		assert.equal(readFileSync(file, "utf8").replace(sgr, ""), textOf());
		execFileSync("wget", ["--quiet", "--directory-prefix", folder, `${serving.url}/card.vcf`]);
		assert.match(readFileSync(path.join(folder, "card.vcf"), "utf8"), /^BEGIN:VCARD\r\n/);
	});

	test("every answer says what a browser may do with it, and none has a cookie", async () => {
		for (const target of ["/", "/resume.json", "/card", "/nothing-of-the-kind"]) {
			const { headers } = await get(target);
			assert.match(
				headers.get("content-security-policy")!,
				/^default-src 'none'; style-src 'sha256-.*frame-ancestors 'none'$/,
			);
			assert.equal(headers.get("x-content-type-options"), "nosniff");
			assert.equal(headers.get("referrer-policy"), "no-referrer");
			for (const absent of ["set-cookie", "server", "x-powered-by"]) {
				assert.equal(headers.get(absent), null);
			}
		}
	});

	describe("in a real browser", browserOnly, () => {
		const browser = withBrowser();

		test("the pages are drawn without a violation, and their links lead somewhere", async (context) => {
			const page = await browser().newPage();
			context.after(() => page.close());
			const said: string[] = [];
			page.on("console", (message) => said.push(message.text()));
			for (const target of ["/", "/card", "/research/2"]) {
				await page.goto(serving.url + target);
				assert.equal(await page.locator("h1").textContent(), resume.person.name);
				assert.notEqual(await page.locator("h1").evaluate((h1) => getComputedStyle(h1).fontSize), "16px");
			}
			await page.goto(serving.url);
			const links = await page
				.locator("footer a")
				.evaluateAll((all: { href: string }[]) => all.map(({ href }) => href));
			assert.equal(links.length, 5);
			for (const link of links) {
				assert.equal((await fetch(link)).status, 200, link);
			}
			await page.locator(".timeline a").first().click();
			assert.equal(await page.locator(":target").count(), 1);
			assert.deepEqual(said, []);
		});
	});
});

declare const getComputedStyle: (element: unknown) => { fontSize: string };

test("--watch and SIGHUP serve the new version, --public-url names the page, and what is private is nowhere", async (context) => {
	const document = {
		basics: { name: "First Name", phone: "+41790000000", email: "a@example.org" },
		work: [{ name: "Secret Ltd", position: "Baker" }],
		meta: { private: ["basics.phone"] },
	};
	const file = await newFile(context, JSON.stringify(document));
	const args = ["--resume", file, "--hide", "work[0].name", "--watch", "--public-url", "https://cv.example/"];
	await using serving = await serveHttp(args);
	const page = async () => (await fetch(`${serving.url}/?format=html`)).text();
	assert.match(await page(), /<link rel="canonical" href="https:\/\/cv\.example\/">/);
	for (const target of ["/", "/?format=html", "/resume.json", "/resume.md", "/card.vcf", "/card", "/work"]) {
		const text = await (await fetch(serving.url + target)).text();
		assert.ok(text.includes("First Name") || target === "/work", target);
		assert.doesNotMatch(text, /41790000000|Secret/, target);
	}
	assert.equal((await fetch(`${serving.url}/publications.bib`)).status, 404);

	const tag = (await fetch(serving.url)).headers.get("etag")!;
	writeFileSync(file, JSON.stringify({ ...document, basics: { ...document.basics, name: "Second Name" } }));
	const lastReload = () =>
		serving
			.lines()
			.filter(({ event }) => /reloaded/.test(String(event)))
			.at(-1)?.event;
	await until(
		() => lastReload() === "reloaded",
		() => "the new version",
	);
	const changed = await fetch(serving.url, { headers: { "If-None-Match": tag } });
	assert.equal(changed.status, 200);
	assert.match(await changed.text(), /Second Name/);

	writeFileSync(file, "{");
	await until(
		() => lastReload() === "not-reloaded",
		() => "word of the broken file",
	);
	// An operator may serve several.
	assert.match(String(serving.lines().at(-1)?.error), new RegExp(`^${file}:1:2: `));
	assert.match(await page(), /Second Name/);
});

test("a résumé in several languages is in the one that is asked for", async (context) => {
	const document = {
		basics: { name: "Ada Stern", summary: { de: "Ich koche.", en: "I cook." } },
		work: [{ name: "TU Wien", position: { de: "Köchin", en: "Cook" }, startDate: "2019-03" }],
	};
	await using serving = await serveHttp(["--resume", await newFile(context, JSON.stringify(document))]);
	const get = async (target: string, language: string) => {
		const answer = await fetch(serving.url + target, { headers: { "Accept-Language": language } });
		assert.match(answer.headers.get("vary")!, /Accept-Language/);
		return answer.text();
	};
	assert.match(await get("/?format=html", "*"), /<html lang="de"[\s\S]*Köchin[\s\S]*März 2019/);
	assert.match(await get("/?format=html", "en-GB,en;q=0.9,de;q=0.5"), /<html lang="en"[\s\S]*Cook[\s\S]*Mar 2019/);
	assert.match(await get("/?format=html", "fr,de-AT;q=0.8"), /<html lang="de"/);
	assert.match(await get("/?format=html", "fr"), /<html lang="de"/);
	assert.match(await get("/?format=html&lang=en", "de"), /<html lang="en"/);
	assert.match(await get("/resume.txt", "en"), /I cook\./);
	assert.match(await get("/work/1?format=text", "en"), /^Cook/m);
});

test("SIGTERM ends both servers at once", async () => {
	await using serving = await serveHttp();
	await (await fetch(serving.url)).text();
	serving.kill("SIGTERM");
	assert.deepEqual(await serving.exited(), { code: 0, signal: null });
	await assert.rejects(fetch(serving.url));
});

test("a port that is taken is one sentence", async () => {
	await using serving = await serveHttp();
	const { code, stderr } = await runProgram(["serve", "--port", "0", "--http", String(serving.httpPort)]);
	assert.equal(code, 1);
	assert.match(stderr, /port \d+ of 127\.0\.0\.1 is already in use; choose another with --http\n$/);
});
