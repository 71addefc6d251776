import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { type TestContext, test } from "node:test";
import { newFolder } from "../helpers/files.ts";
import { programNode, programPath } from "../helpers/program.ts";
import { take } from "../helpers/take.ts";
import { open } from "../helpers/terminal.ts";

/** The viewer in what people keep their shells in: it opens, answers, and gives back the terminal that it found. */

const shell = ["bash", "--norc", "--noprofile", "-i"];
const env = { PS1: "prompt> ", HISTFILE: undefined, DISPLAY: undefined, WAYLAND_DISPLAY: undefined };
const command = `'${programNode}' '${programPath}'`;

type Host = {
	/** What runs the shell in it. */
	argv: readonly string[];
	/** Ends what it leaves behind. */
	end?: () => void;
	/** Whether it shows a program on a screen of its own, and then again what was there before. */
	hasAlternateScreen: boolean;
	/** What was copied there last. */
	copied?: () => string;
};

/** What is run, as it says its version, and how it runs a shell. */
const hosts: Record<string, { version: readonly string[]; start: (context: TestContext) => Promise<Host> }> = {
	tmux: {
		version: ["tmux", "-V"],
		async start() {
			const name = `viewer-${process.pid}`;
			const tmux = (...args: string[]) => spawnSync("tmux", ["-L", name, ...args], { encoding: "utf8" });
			return {
				argv: ["tmux", "-L", name, "-f", "/dev/null", "new-session", ...shell],
				end: () => void tmux("kill-server"),
				hasAlternateScreen: true,
				copied: () => tmux("show-buffer").stdout,
			};
		},
	},
	"GNU screen": { version: ["screen", "--version"], start: (context) => startScreen(context, "") },
	"GNU screen with altscreen": {
		version: ["screen", "--version"],
		start: (context) => startScreen(context, "altscreen on\n"),
	},
	script: {
		version: ["script", "--version"],
		start: async (context) => ({
			// Its shell has a prompt of its own, which the one in it would have too.
			argv: [
				"script",
				"--quiet",
				"--command",
				`PS1='${env.PS1}' ${shell.join(" ")}`,
				path.join(await newFolder(context), "typescript"),
			],
			hasAlternateScreen: true,
		}),
	},
};

async function startScreen(context: TestContext, settings: string): Promise<Host> {
	const folder = await newFolder(context);
	const file = path.join(folder, "screenrc");
	await writeFile(file, `startup_message off\n${settings}`);
	const name = `viewer-${process.pid}`;
	return {
		argv: ["screen", "-S", name, "-c", file, ...shell],
		end: () => void spawnSync("screen", ["-S", name, "-X", "quit"]),
		hasAlternateScreen: settings !== "",
	};
}

for (const [name, { version, start }] of Object.entries(hosts)) {
	const [tool, ...args] = version as [string, ...string[]];
	const isThere = spawnSync(tool, args).status === 0;
	test(`In ${name} it opens, answers and leaves`, { skip: !isThere && `${tool} isn't here` }, async (context) => {
		const host = await start(context);
		context.after(() => host.end?.());
		await using terminal = open(host.argv, { env, columns: 80, rows: 25 });
		await terminal.waitFor("prompt>");
		terminal.press("text:echo before-$((6 * 7))", "Enter");
		await terminal.waitFor("before-42");
		terminal.press(`text:${command}`, "Enter");
		await terminal.waitFor(/❯ Education[\s\S]+Silver Medal[\s\S]+quit/);
		assert.ok(!terminal.text().includes("before-42"));
		await take(terminal, [
			["Down", "❯ Publication"],
			["j", "❯ Research Experience"],
			["Right", "1 of 5"],
			["Down", "2 of 5"],
			["Enter", "› 2 of 5"],
			["Left", /❯ +OpenDelta/],
			["/", "titles, people"],
			["text:clip", /1 of 2/],
			["Esc", /❯ +OpenDelta/],
			["c", "Scan to"],
			["Esc", /❯ +OpenDelta/],
			["Esc", "❯ Research Experience"],
		]);
		if (host.copied !== undefined) {
			await take(terminal, [["y", "copied zhen-zha19@"]]);
			assert.equal(host.copied(), "zhen-zha19@mails.tsinghua.edu.cn");
		}

		// A window that is made smaller and larger again, as a pane is.
		terminal.resize(60, 20);
		await terminal.waitFor((screen) => screen.includes("❯ Research Experience") && !screen.includes("2019  "));
		terminal.resize(80, 25);
		await terminal.waitFor(/❯ Research Experience[\s\S]+as of Jul 2022/);
		terminal.press("q");
		await terminal.waitFor(/npx [\s\S]*prompt>/);
		assert.equal(terminal.text().includes("before-42"), host.hasAlternateScreen, terminal.text());
		assert.equal(terminal.modes().isCursorHidden, false);
		terminal.press("text:stty -a", "Enter");
		await terminal.waitFor(/\bicanon\b[\s\S]+\becho\b/);
		assert.doesNotMatch(terminal.text(), /-icanon|-echo\s|-isig|-icrnl/);
	});
}
