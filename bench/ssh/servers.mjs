// The servers that are measured: the program, and OpenSSH that starts the program for each visitor.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** Where test/ssh/install-tools.sh puts OpenSSH's newest client. */
export const newestSsh = path.resolve(import.meta.dirname, "../../.cache/ssh-tools/ssh");

/** All of the load comes from one machine, if from many of its addresses. */
const open = ["--max-visits", "1000"];

export const program = path.resolve(import.meta.dirname, "../../dist/cli.cjs");

/** The program, letting in 1,000 visitors. */
export async function startProgram() {
	const folder = mkdtempSync(path.join(tmpdir(), "bench-ssh-"));
	const args = ["serve", "--port", "0", "--host-key", path.join(folder, "key"), "--quiet", ...open];
	const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "inherit"] });
	let said = "";
	for await (const chunk of child.stdout) {
		said += chunk;
		if (said.includes("ED25519")) {
			break;
		}
	}

	const stop = async () => {
		if (child.exitCode === null && child.signalCode === null) {
			child.kill("SIGKILL");
			await once(child, "exit");
		}

		rmSync(folder, { recursive: true, force: true });
	};
	return { name: "serve", child, pid: child.pid, port: Number(/ port (\d+)\./.exec(said)[1]), visitor: {}, stop };
}

/** Debian's Go packages; there is no other way to them without the network. */
const goPath = "/usr/share/gocode";

/**
 * A menu with a preview by bubbletea on wish (bench/ssh/wish); undefined if Go or the packages aren't here: Debian's
 * golang-go, golang-github-charmbracelet-wish-dev and -bubbletea-dev.
 */
export async function startWish() {
	const folder = mkdtempSync(path.join(tmpdir(), "bench-wish-"));
	const port = 31_000 + (process.pid % 1000);
	const source = path.join(import.meta.dirname, "wish");
	try {
		const env = {
			...process.env,
			GO111MODULE: "off",
			GOPATH: goPath,
			GOFLAGS: "",
			GOCACHE: path.join(folder, "cache"),
		};
		execFileSync("go", ["build", "-o", path.join(folder, "wish"), "main.go"], { cwd: source, env, stdio: "pipe" });
		const text = path.join(folder, "text");
		writeFileSync(text, execFileSync(process.execPath, [program, "--format", "text", "--width", "36"]));
		const args = [`127.0.0.1:${port}`, path.join(folder, "key"), text];
		const child = spawn(path.join(folder, "wish"), args, { stdio: ["ignore", "ignore", "inherit"] });
		for (let tries = 0; tries < 200 && !(await answers(port)); tries++) {
			await wait(50);
		}

		const stop = async () => {
			child.kill("SIGKILL");
			await once(child, "exit");
			rmSync(folder, { recursive: true, force: true });
		};
		// It marks no end of a frame, which comes in one piece.
		return { name: "wish", child, pid: child.pid, port, visitor: { first: "READY", ending: "" }, stop };
	} catch (error) {
		process.stderr.write(`without wish: ${error.message.split("\n")[0]}\n`);
		rmSync(folder, { recursive: true, force: true });
		return undefined;
	}
}

/** Debian's sshd, one Node.js for each visitor by ForceCommand; undefined if it is not installed. */
export async function startOpenSsh() {
	const folder = mkdtempSync(path.join(tmpdir(), "bench-sshd-"));
	const port = 20_000 + (process.pid % 10_000);
	try {
		for (const name of ["host", "visitor"]) {
			execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", path.join(folder, name)]);
		}

		mkdirSync("/run/sshd", { recursive: true });
		writeFileSync(
			path.join(folder, "config"),
			`
ListenAddress 127.0.0.1
Port ${port}
HostKey ${folder}/host
PidFile none
AuthorizedKeysFile ${folder}/visitor.pub
StrictModes no
UsePAM no
PermitRootLogin yes
MaxStartups 1000
LogLevel QUIET
ForceCommand env -u CI ${process.execPath} ${program}
`,
		);
		const child = spawn("/usr/sbin/sshd", ["-D", "-e", "-f", path.join(folder, "config")], {
			stdio: ["ignore", "inherit", "inherit"],
		});
		await once(child, "spawn");
		for (let tries = 0; !(await answers(port)); tries++) {
			if (tries > 100) {
				throw new Error("sshd does not answer");
			}

			await wait(50);
		}

		const visitor = { user: userInfo().username, privateKey: readFileSync(path.join(folder, "visitor"), "utf8") };
		const stop = async () => {
			child.kill("SIGTERM");
			await once(child, "exit");
			rmSync(folder, { recursive: true, force: true });
		};
		return { name: "OpenSSH", child, pid: child.pid, port, visitor, stop };
	} catch (error) {
		process.stderr.write(`without OpenSSH: ${error.message}\n`);
		rmSync(folder, { recursive: true, force: true });
		return undefined;
	}
}

function answers(port) {
	return new Promise((resolve) => {
		const socket = connect(port, "127.0.0.1", () => {
			socket.destroy();
			resolve(true);
		});
		socket.on("error", () => resolve(false));
	});
}
