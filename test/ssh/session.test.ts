import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { test } from "node:test";
import { promisify } from "node:util";
import ssh2 from "ssh2";
import { newFile } from "../helpers/files.ts";
import { loadSample } from "../helpers/sample.ts";
import { startWithViewer } from "./in-process.ts";
import { startServer } from "./program.ts";
import { until } from "./until.ts";
import { Visitor } from "./visitor.ts";

const { resume } = await loadSample();
const { name } = resume.person;
const [first, second] = resume.sections;
const colour = /\u001B\[(?:\d*;)*(?:3[0-7]|9[0-7])(?:;\d*)*m/;

test("a visitor walks, searches, resizes, copies and leaves with q", async () => {
	await using here = await startServer();
	using visitor = await Visitor.view(here.port);
	await visitor.waitFor(`❯ ${first!.title}`);
	assert.ok(visitor.isAlternateScreen);
	assert.ok(visitor.text().includes(name));

	visitor.type("\u001B[B");
	await visitor.waitFor(`❯ ${second!.title}`);
	visitor.type("\r");
	await visitor.waitFor(second!.entries[0]!.title.slice(0, 30));
	// Nothing can be opened from here: the address is shown and copied.
	const { url } = second!.entries[0]!.links[0]!;
	visitor.type("o");
	await visitor.waitFor(() => visitor.clipboard.includes(url));
	await visitor.waitFor(url);
	visitor.type("\u007F");
	await visitor.waitFor(`❯ ${second!.title}`);

	visitor.type("y");
	const mail = resume.person.contacts.find(({ kind }) => kind === "mail")!.text;
	await visitor.waitFor(() => visitor.clipboard.includes(mail));

	visitor.resize(120, 40);
	await visitor.waitFor((screen) => screen.split("\n").length === 40 && /─{100}/.test(screen));

	const [word] = first!.entries[0]!.title.split(" ");
	visitor.type(`/${word}`);
	await visitor.waitFor(`/ ${word}`);
	// A lone Esc is distinguished from the beginning of a sequence by the time after it.
	visitor.type("\u001B");
	await visitor.waitFor(`❯ ${second!.title}`);
	visitor.type("q");
	assert.equal(await visitor.end(), 0);
	assert.ok(!visitor.isAlternateScreen);
	assert.ok(visitor.history().includes(name), "the card stays on the screen");
	assert.ok(visitor.history().includes(`ssh -p ${here.port} 127.0.0.1`), "with the way back");
	assert.equal((await here.ended("quit")).opened, "viewer");
});

test("Ctrl-C leaves, and each line ends with a carriage return and a line feed", async () => {
	await using here = await startServer();
	using visitor = await Visitor.view(here.port);
	await visitor.waitFor(name);
	visitor.type("\u0003");
	assert.equal(await visitor.end(), 0);
	assert.ok(/\r\n/.test(visitor.raw) && !/[^\r]\n/.test(visitor.raw));
});

test("several visitors at once never see each other's place", async () => {
	await using here = await startServer();
	const visitors = await Promise.all(resume.sections.map(() => Visitor.view(here.port)));
	await Promise.all(visitors.map((visitor) => visitor.waitFor(`❯ ${first!.title}`)));
	for (const [index, visitor] of visitors.entries()) {
		visitor.type("\u001B[B".repeat(index));
	}

	for (const [index, visitor] of visitors.entries()) {
		await visitor.waitFor(`❯ ${resume.sections[index]!.title}`);
	}

	visitors[0]!.type("q");
	assert.equal(await visitors[0]!.end(), 0);
	visitors[1]!.type("\u001B[A");
	await visitors[1]!.waitFor(`❯ ${first!.title}`);
	for (const [index, visitor] of visitors.entries()) {
		if (index > 1) {
			assert.ok(visitor.text().includes(`❯ ${resume.sections[index]!.title}`));
		}

		visitor[Symbol.dispose]();
	}
});

test("the terminal's kind decides on colours, and the user name plain wants none and no boxes", async () => {
	await using here = await startServer();
	const seen = async (options: { user?: string; term?: string }) => {
		using visitor = await Visitor.view(here.port, options);
		await visitor.waitFor(() => visitor.raw.includes(name) && visitor.raw.includes(resume.sections[0]!.title));
		return { raw: visitor.raw, isAlternateScreen: visitor.isAlternateScreen };
	};
	assert.match((await seen({})).raw, colour);
	assert.match((await seen({ term: "screen" })).raw, colour);
	assert.doesNotMatch((await seen({ term: "vt100" })).raw, colour);
	assert.doesNotMatch((await seen({ term: "xterm-mono" })).raw, colour);
	const plain = await seen({ user: "plain" });
	assert.doesNotMatch(plain.raw, colour);
	assert.doesNotMatch(plain.raw, /[─│❯]/);
	assert.equal(plain.isAlternateScreen, false);
});

test("a terminal that can move no cursor gets the text", async () => {
	await using here = await startServer();
	using visitor = await Visitor.view(here.port, { term: "dumb" });
	assert.equal(await visitor.end(), 0);
	assert.ok(visitor.raw.includes(name) && !visitor.raw.includes("\u001B"));
});

test("a command opens there with a terminal, and prints without one", async () => {
	await using here = await startServer();
	using viewing = await Visitor.run(here.port, second!.id, { pty: true });
	await viewing.waitFor(second!.title);
	assert.ok(viewing.isAlternateScreen);

	using printing = await Visitor.run(here.port, `${second!.id} 1`);
	assert.equal(await printing.end(), 0);
	assert.ok(printing.raw.includes(second!.entries[0]!.title.slice(0, 30)));
	assert.ok(!printing.raw.includes("\u001B") && !printing.raw.includes("\r"));
	assert.equal((await here.ended("printed")).opened, "print");
});

test("each format is printed whole, byte for byte as on the command line", async () => {
	await using here = await startServer();
	using json = await Visitor.run(here.port, "--format json");
	assert.equal(await json.end(), 0);
	assert.deepEqual(JSON.parse(json.raw), (await loadSample()).document);
	using card = await Visitor.run(here.port, "card");
	assert.equal(await card.end(), 0);
	assert.ok(card.raw.includes(name));
	using markdown = await Visitor.run(here.port, "--format=markdown");
	assert.equal(await markdown.end(), 0);
	assert.match(markdown.raw, /^# /);
	using bare = await Visitor.run(here.port, "");
	assert.equal(await bare.end(), 0);
	assert.ok(bare.raw.includes(first!.title));
});

test("help is a visitor's", async () => {
	await using here = await startServer();
	for (const command of ["help", "--help", "help card"]) {
		using visitor = await Visitor.run(here.port, command);
		assert.equal(await visitor.end(), 0);
		assert.match(visitor.raw, /^ssh HOST /);
		assert.doesNotMatch(visitor.raw, /serve|--output|--resume/);
	}
});

test("a wrong command gets the command line's sentence, on standard error, and its status", async () => {
	await using here = await startServer();
	for (const [command, sentence] of [
		["nonsense", /^[a-z-]+: no section is called "nonsense"; .*choose one of .*\n$/],
		["a b c", /^[a-z-]+: too many arguments.*\n$/],
		["--nope", /^[a-z-]+: unknown option "--nope".*\n$/],
		["serve", /^[a-z-]+: serve isn't available over SSH\n$/],
		["init x", /^[a-z-]+: init isn't available over SSH\n$/],
		["validate /etc/passwd", /^[a-z-]+: validate isn't available over SSH\n$/],
		["-o /tmp/x", /^[a-z-]+: --output isn't available over SSH\n$/],
		["--resume /etc/passwd", /^[a-z-]+: --resume isn't available over SSH\n$/],
		["--watch", /^[a-z-]+: --watch isn't available over SSH\n$/],
		["\u001B[2J\u009B31m", /^[a-z-]+: no section is called [ -~]*\n$/],
		["x".repeat(5000), /^[a-z-]+: the command is too long.*\n$/],
	] as const) {
		using visitor = await Visitor.run(here.port, command);
		assert.equal(await visitor.end(), 2, command);
		assert.match(visitor.errors, sentence);
		assert.equal(visitor.raw, "");
	}

	assert.equal((await here.ended("refused")).opened, "refusal");
	using withTerminal = await Visitor.run(here.port, "nonsense", { pty: true });
	assert.equal(await withTerminal.end(), 2);
	assert.match(withTerminal.raw, /\r\n$/);
});

test("programs that look for a part of theirs hear in one sentence that it isn't here", async () => {
	await using here = await startServer();
	for (const [command, sentence] of [
		["rsync --server --sender -vlogDtpre.iLsfxCIvu . .", /no files can be copied here/],
		["git-upload-pack 'a/b.git'", /there is no repository here/],
		["mosh-server new -s -c 256", /there is no mosh here; ssh HOST shows the résumé/],
		["exec sh -c 'cd ; umask 077 ; mkdir -p .ssh && cat >> .ssh/authorized_keys'", /no key is needed here/],
	] as const) {
		using visitor = await Visitor.run(here.port, command);
		assert.equal(await visitor.end(), 1, command);
		assert.match(visitor.errors, sentence);
		assert.match(visitor.errors, /^[a-z-]+: [^\n]*\n$/);
		assert.equal(visitor.raw, "");
	}

	// scp shows what comes after a byte 1 on standard output, and waits for something there.
	for (const command of ["scp -f /etc/passwd", "/usr/bin/scp -t ."]) {
		using visitor = await Visitor.run(here.port, command);
		assert.equal(await visitor.end(), 1);
		assert.match(
			visitor.raw,
			/^\u0001[a-z-]+: no files can be copied here; ssh HOST -- --format json > resume\.json.*\n$/,
		);
		assert.equal(visitor.errors, "");
	}

	for (const [name, sentence] of [
		["sftp", /no files can be copied here/],
		["netconf", /there is no shell here/],
	] as const) {
		using visitor = await Visitor.connect(here.port);
		await visitor.subsystem(name);
		assert.equal(await visitor.end(), 1);
		assert.match(visitor.errors, sentence);
	}
});

test("a signal that ends programs ends the visit, another does not", async () => {
	await using here = await startServer();
	using visitor = await Visitor.view(here.port);
	await visitor.waitFor(`❯ ${first!.title}`);
	visitor.channel.signal("USR1");
	visitor.type("j");
	await visitor.waitFor(`❯ ${second!.title}`);
	visitor.channel.signal("TERM");
	assert.equal(await visitor.end(), 0);
	assert.ok(!visitor.isAlternateScreen);
});

test("no client is turned away: none, any password, any key, keyboard-interactive", async () => {
	await using here = await startServer();
	const key = ssh2.utils.generateKeyPairSync("rsa", { bits: 2048 }).private;
	const methods: ssh2.ConnectConfig[] = [
		{ authHandler: ["none"] },
		{ authHandler: ["password"], password: "anything" },
		{ authHandler: ["publickey"], privateKey: key },
		{ authHandler: ["keyboard-interactive"], tryKeyboard: true },
	];
	for (const config of methods) {
		using visitor = await Visitor.connect(here.port, { user: "Ünïcödé or anything", config });
		await visitor.exec("--version", false);
		assert.equal(await visitor.end(), 0, JSON.stringify(config.authHandler));
	}
});

test("files, forwarding, agents, X11, environment and other sessions are refused", async () => {
	await using here = await startServer();
	using visitor = await Visitor.connect(here.port);
	const { client } = visitor;
	const refused = (promise: Promise<unknown>) => assert.rejects(promise);
	await refused(promisify(client.forwardOut.bind(client))("127.0.0.1", 1, "127.0.0.1", 22));
	await refused(promisify(client.forwardIn.bind(client))("127.0.0.1", 0));
	await refused(promisify(client.openssh_forwardOutStreamLocal.bind(client))("/tmp/x"));
	await refused(promisify(client.openssh_forwardInStreamLocal.bind(client))("/tmp/x"));
	await visitor.shell();
	await visitor.waitFor(name);
	await refused(promisify(client.sftp.bind(client))());

	for (const wish of [{ x11: true }, { agentForward: true }, { env: { LC_ALL: "C" } }]) {
		using other = await Visitor.connect(here.port, { config: { agent: "/nowhere" } });
		const result = await new Promise<string>((resolve) => {
			other.client.exec("--version", wish as ssh2.ExecOptions, (error, channel) => {
				if (error) {
					resolve("refused");
					return;
				}

				channel.on("close", () => resolve("ran"));
				channel.resume();
			});
		});
		// OpenSSH's environment requests want no answer: there the program runs, and knows nothing of them.
		assert.equal(result, "env" in wish ? "ran" : "refused", JSON.stringify(wish));
	}
});

test("what one visitor's screen throws ends that visit alone, without a stack", async () => {
	const { viewerOpener } = await import("../../source/ssh/screen/open-viewer.ts");
	const openViewer = viewerOpener();
	let count = 0;
	await using here = await startWithViewer((options) => {
		count++;
		if (count === 1) {
			throw new Error("SECRET at mounting");
		}

		const viewer = openViewer(options);
		if (count === 2) {
			options.input.on("data", () => {
				throw new Error("SECRET while reading");
			});
		}

		return viewer;
	});
	using mounting = await Visitor.view(here.port);
	assert.equal(await mounting.end(), 1);
	using reading = await Visitor.view(here.port);
	await reading.waitFor(name);
	using bystander = await Visitor.view(here.port);
	await bystander.waitFor(`❯ ${first!.title}`);
	reading.type("j");
	assert.equal(await reading.end(), 1);
	for (const { raw } of [mounting, reading]) {
		assert.match(raw, /internal error; this visit is over/);
		assert.doesNotMatch(raw, /SECRET|\.tsx?:\d| {4}at /);
	}

	assert.ok(!reading.isAlternateScreen);
	bystander.type("j");
	await bystander.waitFor(`❯ ${second!.title}`);
	assert.equal(here.lines.filter(({ event, error }) => event === "fault" && error?.includes("SECRET")).length, 2);
});

test("an error that is thrown later, with nobody to catch it, finds its session", async () => {
	const { viewerOpener } = await import("../../source/ssh/screen/open-viewer.ts");
	const openViewer = viewerOpener();
	await using here = await startWithViewer((options) => {
		// As the process does with what nothing catches.
		options.input.once("data", () => setTimeout(() => here.server.fault(new Error("SECRET later")), 1));
		return openViewer(options);
	});
	// What Ink leaves for later is a screen reader's: all other frames are drawn at once.
	using unlucky = await Visitor.view(here.port, { user: "plain" });
	using bystander = await Visitor.view(here.port);
	await unlucky.waitFor(() => unlucky.raw.includes(name));
	await bystander.waitFor(name);
	unlucky.type("j");
	assert.equal(await unlucky.end(), 1);
	assert.ok(!unlucky.isAlternateScreen && !unlucky.raw.includes("SECRET"));
	assert.equal((await here.ended("fault")).opened, "viewer");
	assert.ok(!bystander.isClosed && bystander.isAlternateScreen);
});

test("a visit without a key ends after a warning, and so does one that lasts too long", async () => {
	await using idle = await startServer({ idleTime: 3000, warning: 2500 });
	using sleeper = await Visitor.view(idle.port);
	await sleeper.waitFor("Press a key, or this ends in");
	assert.equal(await sleeper.end(), 0);
	assert.ok(sleeper.history().includes("Ended after 3 seconds without a key."));
	assert.ok(!sleeper.isAlternateScreen);
	await idle.ended("idle");

	await using short = await startServer({ sessionTime: 3000, warning: 2500 });
	using visitor = await Visitor.view(short.port);
	await visitor.waitFor(/seconds? left/);
	assert.equal(await visitor.end(), 0);
	assert.ok(visitor.history().includes("Ended after 3 seconds."));
	await short.ended("max-time");
});

test("a key puts the end without keys off", async () => {
	await using here = await startServer({ idleTime: 4000, warning: 3000 });
	using visitor = await Visitor.view(here.port);
	await visitor.waitFor("Press a key, or this ends in");
	visitor.type("j");
	await visitor.waitFor((screen) => screen.includes(`❯ ${second!.title}`) && !screen.includes("Press a key"));
	await visitor.waitFor("Press a key, or this ends in");
	assert.equal(here.lines().length, 0);
});

test("the server's end gives every screen back with a word of farewell", async () => {
	// On a busy machine the last is not dropped by force.
	await using here = await startServer({ shutdown: 10_000 });
	const visitors = await Promise.all(Array.from({ length: 20 }, () => Visitor.view(here.port)));
	await Promise.all(visitors.map((visitor) => visitor.waitFor(name)));
	here.kill("SIGTERM");
	assert.equal((await here.exited()).code, 0);
	for (const visitor of visitors) {
		assert.equal(await visitor.end(), 0);
		assert.ok(!visitor.isAlternateScreen && visitor.history().includes("The server is closing."));
		visitor[Symbol.dispose]();
	}

	assert.ok(here.lines().every(({ ended }) => ended === "shutdown"));
	await assert.rejects(Visitor.connect(here.port));
});

test("a new résumé is for new visitors", async (t) => {
	const file = await newFile(t, JSON.stringify({ basics: { name } }));
	await using here = await startServer({}, { args: ["--resume", file] });
	using before = await Visitor.view(here.port);
	await before.waitFor(name);
	await writeFile(file, JSON.stringify({ basics: { name: "Somebody Else" } }));
	here.kill("SIGHUP");
	await until(
		() => here.lines().some(({ event }) => event === "reloaded"),
		() => "the résumé to be read again",
	);
	using after = await Visitor.view(here.port);
	await after.waitFor("Somebody Else");
	assert.ok(before.text().includes(name));
});
