// npm run ssh-clients: tries the server with every client that is installed here, and writes docs/ssh-clients.md.
//
// Debian has them: openssh-client dropbear-bin putty-tools python3-paramiko python3-asyncssh curl screen tmux mosh rsync
// git. OpenSSH's newest client is put beside the system's by test/ssh/install-tools.sh.
import { execFile, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { open, type Terminal } from "../test/helpers/terminal.ts";
import { newestSsh, sshArguments } from "../test/ssh/openssh.ts";
import { serve } from "../test/ssh/program.ts";

const run = promisify(execFile);
const file = path.resolve(import.meta.dirname, "../docs/ssh-clients.md");
const folder = mkdtempSync(path.join(tmpdir(), "ssh-clients-"));
const python = ["/usr/bin/python3", "python3"].find(
	(name) => spawnSync(name, ["-c", "import paramiko, asyncssh"]).status === 0,
);
await using server = await serve(["--max-time", "1h"]);
const { port } = server;

type Row = { client: string; how: string; result: string };
const rows: Row[] = [];
const where = "127.0.0.1";
const quiet = ["-o", "LogLevel=ERROR"];

const has = (name: string) => (name.includes("/") ? existsSync(name) : spawnSync("which", [name]).status === 0);

/** The first line of what a program says of its version. */
function versionOf(command: string, ...args: string[]): string {
	const { stdout, stderr } = spawnSync(command, args, { encoding: "utf8" });
	return `${stdout}${stderr}`
		.split("\n")[0]!
		.replace(/,.*|\(.*|\s-\s.*/g, "")
		.trim();
}

async function attempt(client: string, how: string, act: () => Promise<string | undefined>): Promise<void> {
	let result: string;
	try {
		result = `yes${await act().then((said) => (said === undefined ? "" : `: ${said}`))}`;
	} catch (error) {
		result = `**no**: ${String((error as Error).message).split("\n")[0]}`;
	}

	rows.push({ client, how, result });
	process.stderr.write(`${client} | ${how} | ${result}\n`);
}

/** Walks the menu in the viewer, resizes, and leaves; the terminal must be as it was. */
async function walk(
	argv: readonly string[],
	env: Record<string, string> = {},
	{ canResize = true } = {},
): Promise<undefined> {
	await using terminal = open(argv, { env });
	await walkIn(terminal, canResize);
	const { code } = await terminal.waitForExit();
	if (code !== 0 || terminal.modes().isAlternateScreen || terminal.modes().isCursorHidden) {
		throw new Error(`the terminal was left in ${JSON.stringify(terminal.modes())}, with status ${code}`);
	}
}

async function walkIn(terminal: Terminal, canResize = true): Promise<void> {
	await terminal.waitFor("❯");
	const before = terminal.text();
	terminal.press("Down");
	await terminal.waitFor((screen) => screen !== before && screen.includes("❯"));
	if (canResize) {
		terminal.resize(100, 30);
		await terminal.waitFor(/─{90}/);
	}

	terminal.press("q");
}

/** Runs a command that is to say this, on either stream. */
async function says(pattern: RegExp, command: string, ...args: string[]): Promise<string> {
	const { stdout, stderr } = await run(command, args, { timeout: 20_000 }).catch((error) => error);
	const said = `${stdout}${stderr}`.split("\n").find((line) => pattern.test(line));
	if (said === undefined) {
		throw new Error(`said ${JSON.stringify(`${stdout}${stderr}`.slice(0, 300))}`);
	}

	return `“${said.trim()}”`;
}

const printed = async (command: string, ...args: string[]) => {
	await says(/Research|Education|Experience/, command, ...args);
	return undefined;
};

/** OpenSSH's client in all the ways people use it. */
async function openSsh(command: string): Promise<void> {
	const client = versionOf(command, "-V").replace("_", " ");
	const args = [...sshArguments(port), ...quiet];
	await attempt(client, "`ssh host`", () => walk([command, ...args, where]));
	await attempt(client, "`ssh host 1`, printed", () => printed(command, ...args, where, "1"));
	await attempt(client, '`-o RekeyLimit="default 1"`, ten seconds', async () => {
		await using terminal = open([command, ...args, "-o", "RekeyLimit=default 1", where]);
		await terminal.waitFor("❯");
		const end = performance.now() + 10_000;
		for (let key = 0; performance.now() < end; key++) {
			const before = terminal.text();
			terminal.press(key % 2 === 0 ? "Down" : "Up");
			await terminal.waitFor((screen) => screen !== before);
			await new Promise((resolve) => setTimeout(resolve, 300));
		}

		terminal.press("q");
		await terminal.waitForExit();
		return undefined;
	});
	await attempt(client, "three sessions over one ControlMaster", async () => {
		const control = path.join(folder, `control-${rows.length}`);
		const shared = [...args, "-o", `ControlPath=${control}`, "-o", "ControlMaster=auto", "-o", "ControlPersist=20"];
		await using first = open([command, ...shared, where]);
		await first.waitFor("❯");
		await walk([command, ...shared, where]);
		await printed(command, ...shared, where);
		first.press("q");
		await first.waitForExit();
		await run(command, [...shared, "-O", "exit", where]).catch(() => {});
		return undefined;
	});
}

await openSsh("ssh");
if (has(newestSsh)) {
	await openSsh(newestSsh);
}

await attempt(versionOf("ssh", "-V").replace("_", " "), "sixty `ssh host` at once from one address", async () => {
	const terminals = Array.from({ length: 60 }, () => open(["ssh", ...sshArguments(port), ...quiet, where]));
	try {
		// All of them are in at the same time.
		await Promise.all(terminals.map((terminal) => terminal.waitFor("❯")));
		await Promise.all(
			terminals.map(async (terminal) => {
				await walkIn(terminal, false);
				await terminal.waitForExit();
			}),
		);
	} finally {
		await Promise.all(terminals.map((terminal) => terminal[Symbol.asyncDispose]()));
	}

	return undefined;
});

await attempt(versionOf("ssh", "-V").replace("_", " "), "host key compared for 30 s before the answer", async () => {
	const known = path.join(folder, "known");
	const options = [
		"-F",
		"none",
		"-p",
		String(port),
		"-o",
		`UserKnownHostsFile=${known}`,
		"-o",
		"GlobalKnownHostsFile=/dev/null",
	];
	await using terminal = open(["ssh", ...options, where]);
	await terminal.waitFor("continue connecting");
	await new Promise((resolve) => setTimeout(resolve, 30_000));
	terminal.write("yes\r");
	await walkIn(terminal);
	await terminal.waitForExit();
	return undefined;
});

for (const [term, note] of [
	["linux", "the Linux console"],
	["vt100", "a vt100"],
	["vt220", "a vt220"],
	["ansi", "“ansi”"],
	["", "no TERM"],
] as const) {
	await attempt(`TERM=${term}`, `${note}: cleared on entering, no OSC 8, below it on leaving`, async () => {
		await using terminal = open(["env", `TERM=${term}`, "ssh", ...sshArguments(port), ...quiet, where]);
		await walkIn(terminal, false);
		await terminal.waitForExit();
		if (
			!terminal.raw.includes("\u001B[2J") ||
			terminal.raw.includes("\u001B]8;") ||
			!/\u001B\[24;1H\r\n/.test(terminal.raw)
		) {
			throw new Error(`the screen was not cleared, or has OSC 8: ${JSON.stringify(terminal.raw.slice(0, 60))}`);
		}

		return undefined;
	});
}

for (const [name, version, argv] of [
	["screen", "-v", ["screen", "-T", "xterm", "-c", "/dev/null"]],
	["tmux", "-V", ["tmux", "-L", `clients-${process.pid}`, "-f", "/dev/null", "new-session"]],
] as const) {
	if (has(name)) {
		await attempt(versionOf(name, version), `\`ssh host\` in it, over what was on the screen`, async () => {
			const inner = ["ssh", ...sshArguments(port), ...quiet, where];
			const script = path.join(folder, `${name}.sh`);
			writeFileSync(script, `printf 'BEFORE %s\\n' 1 2 3 4 5 6 7 8 9 10 11 12\n${inner.join(" ")}\nexec sleep 60\n`);
			await using terminal = open([...argv, "sh", script]);
			await terminal.waitFor("❯");
			const mixed = terminal.text().includes("BEFORE");
			terminal.press("Down");
			await terminal.waitFor("❯");
			terminal.press("q");
			await terminal.waitFor(`ssh -p ${port}`);
			if (mixed) {
				throw new Error(`what was there shows through:\n${terminal.text()}`);
			}

			return undefined;
		});
	}
}

if (has("dbclient")) {
	const args = ["-y", "-y", "-p", String(port)];
	const client = versionOf("dbclient", "-V");
	await attempt(client, "`dbclient host`", () => walk(["dbclient", ...args, `guest@${where}`]));
	await attempt(client, "`dbclient host 1`, printed", () => printed("dbclient", ...args, `guest@${where}`, "1"));
}

if (has("plink")) {
	const client = `PuTTY ${versionOf("plink", "-V")}`;
	const fingerprint = /SHA256:\S+/.exec(server.stdout)![0];
	const args = ["-ssh", "-P", String(port), "-hostkey", fingerprint, "-l", "guest"];
	// It does not watch the terminal's size.
	await attempt(client, "`plink host`", () =>
		walk(["plink", ...args, "-no-antispoof", where], {}, { canResize: false }),
	);
	await attempt(client, "`plink -batch host 1`, printed", () => printed("plink", "-batch", ...args, where, "1"));
}

if (python !== undefined) {
	const scripts: Record<string, [string, string]> = {
		paramiko: [
			"two sessions and a resize on one connection",
			`
import paramiko, time
client = paramiko.SSHClient()
client.set_missing_host_key_policy(paramiko.AutoAddPolicy())
client.connect("${where}", ${port}, username="guest", password="x", look_for_keys=False, allow_agent=False)
for _ in range(2):
    _, out, _ = client.exec_command("1")
    assert len(out.read()) > 100 and out.channel.recv_exit_status() == 0
shell = client.invoke_shell(term="xterm", width=80, height=24)
seen = b""
while "❯".encode() not in seen: seen += shell.recv(65536)
shell.resize_pty(100, 30)
shell.send("q")
while not shell.exit_status_ready(): time.sleep(0.01)
assert shell.recv_exit_status() == 0
client.close()
print(paramiko.__version__)
`,
		],
		asyncssh: [
			"two sessions on one connection, WINCH as a signal",
			`
import asyncio, asyncssh
async def main():
    async with asyncssh.connect("${where}", ${port}, username="guest", known_hosts=None, client_keys=None) as c:
        for _ in range(2):
            done = await c.run("1")
            assert done.exit_status == 0 and len(done.stdout) > 100
        p = await c.create_process(term_type="xterm", term_size=(80, 24))
        seen = ""
        while "❯" not in seen: seen += await p.stdout.read(65536)
        p.channel.send_signal("WINCH")
        p.change_terminal_size(100, 30)
        seen = ""
        while "─" * 60 not in seen: seen += await p.stdout.read(65536)
        p.stdin.write("q")
        await p.wait()
        assert p.exit_status == 0
asyncio.run(main())
print(asyncssh.__version__)
`,
		],
	};
	for (const [name, [how, script]] of Object.entries(scripts)) {
		const version = versionOf(python, "-W", "ignore", "-c", `import ${name}; print(${name}.__version__)`);
		await attempt(`${name} ${version}`, how, async () => {
			const { stdout } = await run(python, ["-W", "ignore", "-c", script], { timeout: 30_000 });
			return stdout.includes(version) ? undefined : stdout;
		});
	}
}

const noFiles = /no files can be copied here/;
const scp = [
	"-F",
	"none",
	"-P",
	String(port),
	"-o",
	"StrictHostKeyChecking=no",
	"-o",
	"UserKnownHostsFile=/dev/null",
	...quiet,
];
await attempt("sftp", "one sentence", () => says(noFiles, "sftp", ...scp, where));
await attempt("scp", "one sentence", () => says(noFiles, "scp", ...scp, `${where}:x`, folder));
await attempt("scp -O", "one sentence", () => says(noFiles, "scp", "-O", ...scp, `${where}:x`, folder));
const shell = ["ssh", ...sshArguments(port), ...quiet].join(" ");
if (has("rsync")) {
	await attempt("rsync", "one sentence", () => says(noFiles, "rsync", "-e", shell, `${where}:x`, folder));
}

if (has("git")) {
	await attempt("git clone", "one sentence", () =>
		says(
			/no repository here/,
			"git",
			"-c",
			`core.sshCommand=${shell}`,
			"clone",
			`ssh://${where}/x`,
			path.join(folder, "x"),
		),
	);
}

if (has("mosh")) {
	await attempt("mosh", "one sentence", () => says(/no mosh here/, "mosh", `--ssh=${shell}`, where));
}

if (has("ssh-copy-id")) {
	const key = path.join(folder, "key");
	spawnSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", key]);
	const args = [
		"-f",
		"-i",
		`${key}.pub`,
		"-p",
		String(port),
		"-o",
		"StrictHostKeyChecking=no",
		"-o",
		"UserKnownHostsFile=/dev/null",
	];
	await attempt("ssh-copy-id", "one sentence", () => says(/no key is needed here/, "ssh-copy-id", ...args, where));
}

const { stdout: curlVersion } = await run("curl", ["--version"]);
const libssh2 = /libssh2\/[\d.]+/.exec(curlVersion)?.[0]?.replace("/", " ");
if (libssh2 !== undefined) {
	for (const scheme of ["sftp", "scp"]) {
		await attempt(`curl with ${libssh2}`, `\`curl ${scheme}://host/\` logs in and fails cleanly`, async () => {
			const { code, stderr } = await run("curl", ["-sS", "-k", "-u", "guest:", `${scheme}://${where}:${port}/x`], {
				timeout: 20_000,
			}).catch((error) => error);
			if (![79, 78, 2, 9].includes(code)) {
				throw new Error(`ended with ${code}: ${stderr}`);
			}

			return `“${stderr.trim()}”`;
		});
	}
}

rmSync(folder, { recursive: true });
writeFileSync(
	file,
	`# SSH clients that were tried

By \`npm run ssh-clients\`, against the built program; "yes" means that the viewer opened, answered keys and sizes, and gave
the terminal back.

| client | what was tried | works |
|---|---|---|
${rows.map(({ client, how, result }) => `| ${client} | ${how} | ${result.replaceAll("|", "\\|")} |`).join("\n")}
`,
);
process.stdout.write(`${path.relative(process.cwd(), file)}\n`);
process.exitCode = rows.some(({ result }) => result.startsWith("**no")) ? 1 : 0;
