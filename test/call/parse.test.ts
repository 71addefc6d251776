import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseCall, parseWithMeow } from "../../source/call/parse.ts";
import { shortcut } from "../../source/call/shortcut.ts";
import { UserError } from "../../source/errors.ts";
import { anyArgument } from "../helpers/arguments.ts";

const fails = (argv: string[], message: RegExp | string, caller: "owner" | "visitor" = "owner") =>
	assert.rejects(parseCall(argv, caller), (error) => {
		assert.ok(error instanceof UserError, String(error));
		assert.equal(error.exitCode, 2);
		if (typeof message === "string") {
			assert.equal(error.message, message);
		} else {
			assert.match(error.message, message);
		}

		assert.doesNotMatch(error.message, /[\u0000-\u001F\u007F-\u009F]/);
		return true;
	});

test("words and flags of every kind are read", async () => {
	assert.deepEqual(await parseCall([]), { command: "show", words: [], flags: {} });
	assert.deepEqual(await parseCall(["-p", "research", "2"]), {
		command: "show",
		words: ["research", "2"],
		flags: { print: true },
	});
	assert.deepEqual(await parseCall(["-pf", "json", "--no-color", "--hide", "a.b", "--hide=c"]), {
		command: "show",
		words: [],
		flags: { print: true, format: "json", color: "never", hide: ["a.b", "c"] },
	});
	assert.deepEqual(await parseCall(["card", "--width", "0"]), { command: "card", words: [], flags: { width: 0 } });
	assert.deepEqual(await parseCall(["serve", "--host-key", "k", "--port=2222"]), {
		command: "serve",
		words: [],
		flags: { hostKey: "k", port: 2222 },
	});
	assert.deepEqual(await parseCall(["validate", "-", "--json"]), {
		command: "validate",
		words: ["-"],
		flags: { json: true },
	});
	for (const argv of [["--resume", "-"], ["--resume=-"], ["--resume", "-", "--no-print"]]) {
		assert.equal((await parseCall(argv)).flags.resume, "-");
	}

	assert.deepEqual(await parseCall(["-r", "-"]), { command: "show", words: [], flags: { resume: "-" } });
});

test("--color says when, alone that it is always", async () => {
	for (const [argv, color] of [
		[["--color"], "always"],
		[["--no-color"], "never"],
		[["--color=auto"], "auto"],
		[["--color", "never"], "never"],
		[["--print", "--color=always"], "always"],
	] as const) {
		assert.equal((await parseCall(argv)).flags.color, color, argv.join(" "));
	}

	assert.deepEqual((await parseCall(["--color", "research"])).words, ["research"]);
	assert.deepEqual((await parseCall(["--", "--color"])).words, ["--color"]);
	await fails(["--color=sometimes"], '--color "sometimes" is unknown; choose from always, auto, never');
	await fails(["--color="], "--color needs a value: always, auto, never");
});

test("what comes after -- is a word, whatever it looks like", async () => {
	for (const word of ["--hide", "--hide=", "--print=false", "--colour", "-p5"]) {
		assert.deepEqual((await parseCall(["--", word])).words, [word]);
	}
});

test("a format is also known by a short name", async () => {
	for (const [name, format] of [
		["md", "markdown"],
		["txt", "text"],
		["vcf", "vcard"],
		["bib", "bibtex"],
	] as const) {
		assert.equal((await parseCall(["--format", name])).flags.format, format);
	}
});

test("help and version win over the rest", async () => {
	for (const argv of [["version"], ["-v"]]) {
		assert.equal((await parseCall(argv)).command, "version");
	}

	assert.deepEqual(await parseCall(["--version"]), { command: "version", words: [], flags: { version: true } });
	assert.deepEqual(await parseCall(["serve", "-h"]), { command: "help", words: ["serve"], flags: { help: true } });
	assert.deepEqual(await parseCall(["help", "init"]), { command: "help", words: ["init"], flags: {} });
	assert.deepEqual(await parseCall(["--help"]), { command: "help", words: [], flags: { help: true } });
});

test("each mistake has its one sentence", async () => {
	await fails(["--fromat", "json"], /^unknown option "--fromat"; did you mean "--format"\?$/);
	await fails(["--qqqqqqqq"], /^unknown option "--qqqqqqqq"; choose from /);
	await fails(["-fjson"], /^unknown option "-fjson"; did you mean "-f json"\?/);
	await fails(["-p5"], /^unknown option "-p5"; /);
	await fails(["--print=false"], /^--print takes no value; remove "false"$/);
	await fails(["--print", "false"], /^--print takes no value; remove "false"$/);
	await fails(["--help=foo"], /^--help takes no value; remove "foo"$/);
	await fails(["-p=true"], /^-p takes no value; remove "true"$/);
	await fails(["-z"], /^unknown option "-z"; /);
	await fails(["--\u001B[31mred"], /^unknown option "--\\u001b\[31mred"; /);
	await fails(
		["--format", "jsn"],
		'--format "jsn" is unknown; did you mean "json"? Choose from text, markdown, html, pdf, json, vcard, bibtex',
	);
	await fails(["--format"], "--format needs a value: text, markdown, html, pdf, json, vcard, bibtex");
	await fails(["-f", "--print"], "--format needs a value: text, markdown, html, pdf, json, vcard, bibtex");
	await fails(["--hide"], "--hide needs a value: --hide PATH");
	await fails(["--resume"], "--resume needs a value: --resume FILE");
	await fails(["-f", "text", "-f", "json"], "--format is repeated; use it once");
	await fails(["--width", "wide"], '--width takes 0 or a whole number from 20 to 1000, not "wide"');
	await fails(["--width", "-5"], '--width takes 0 or a whole number from 20 to 1000, not "-5"');
	await fails(["--width", "1e9"], /not "1e9"$/);
	await fails(["serve", "--port", "65536"], '--port takes a whole number from 0 to 65535, not "65536"');
	await fails(["--port", "22"], "--port doesn't apply to browsing and printing; it is for serve");
	await fails(
		["card", "--format", "vcard"],
		"--format doesn't apply to card; it is for browsing and printing; write --format vcard without the word card",
	);
	await fails(["validate", "cv.json", "--bogus"], 'unknown option "--bogus"; choose from --json, --strict, --help');
	await fails(["--bogus"], /choose from --print, (?!.*--port).*--help$/);
	await fails(["--max-vists", "2"], /did you mean "--max-visits"\?/);
	await fails(["help", "serv"], 'no command is called "serv"; did you mean "serve"?');
	await fails(
		["help", "zzz"],
		'no command is called "zzz"; choose from card, serve, validate, init, new, pack, export, completion, man',
	);
	await fails(["help", "serve", "card"], /^no command is called "serve card"; /);
	await fails(["card", "research"], 'too many arguments for card: "research"; usage: card');
	await fails(["validate"], /^validate needs a file/);
	await fails(["--watch"], /^--watch needs a file/);
	await fails(["--watch", "-r", "-"], /^--watch needs a file/);
	await fails(["--force"], /^--force needs a file/);
	await fails(["-f", "json", "--width", "40"], "--width doesn't apply to --format json; it is for text");
	await fails(["-f", "vcard", "--ascii"], "--ascii doesn't apply to --format vcard; it is for text, markdown");
});

test("a visitor over SSH reaches neither files nor settings", async () => {
	assert.deepEqual(await parseCall(["-f", "markdown", "research"], "visitor"), {
		command: "show",
		words: ["research"],
		flags: { format: "markdown" },
	});
	assert.equal((await parseCall(["card"], "visitor")).command, "card");
	for (const command of ["serve", "init", "validate"]) {
		await fails(
			[command, "file"].slice(0, command === "serve" ? 1 : 2),
			`${command} isn't available over SSH`,
			"visitor",
		);
	}

	await fails(["-o", "file"], "--output isn't available over SSH", "visitor");
	await fails(["-r", "/etc/passwd"], "--resume isn't available over SSH", "visitor");
	await fails(["help", "serve"], 'no command is called "serve"; choose from card', "visitor");
	await fails(["--outptu"], /^unknown option "--outptu"; choose from --print, --format, --width, /, "visitor");
});

test("what the shortcut reads is what meow reads", async () => {
	let taken = 0;
	await fc.assert(
		fc.asyncProperty(fc.array(anyArgument, { maxLength: 5 }), async (argv) => {
			const short = shortcut(argv);
			if (short) {
				taken++;
				const { words, flags } = await parseWithMeow(argv);
				const given = Object.entries(flags).filter(([, value]) => !(Array.isArray(value) && value.length === 0));
				assert.deepEqual(short, { words, flags: Object.fromEntries(given) });
			}
		}),
		{ numRuns: 3000, interruptAfterTimeLimit: 60_000 },
	);
	assert.ok(taken > 300, `only ${taken} went the short way`);
});

test("any arguments give a call or one harmless sentence", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(anyArgument, { maxLength: 4 }),
			fc.constantFrom("owner", "visitor"),
			async (argv, caller) => {
				try {
					await parseCall(argv, caller as "owner" | "visitor");
				} catch (error) {
					assert.ok(error instanceof UserError, `${JSON.stringify(argv)}: ${error}`);
					assert.doesNotMatch(error.message, /[\u0000-\u001F\u007F-\u009F]/);
				}
			},
		),
		{ numRuns: 2000 },
	);
});
