import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect, createServer } from "node:net";
import path from "node:path";
import type { Serving } from "./program.ts";

const root = path.resolve(import.meta.dirname, "../..");

async function freePort(): Promise<number> {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, "close");
	return port;
}

/** Debian's HAProxy with the configuration of deploy/, its addresses those of this test. */
export async function balance(servers: readonly (Serving & { httpPort?: number })[]) {
	const { folder } = servers[0]!;
	const port = await freePort();
	const socket = path.join(folder, "admin.sock");
	const [http, https] = [await freePort(), await freePort()];
	const certificate = newCertificate(folder);
	const replacements: Array<[string, string]> = [
		["bind :22", `bind 127.0.0.1:${port}`],
		["/run/haproxy/admin.sock mode", `${socket} mode`],
		["server one 10.0.0.11:2222", `server one 127.0.0.1:${servers[0]!.port}`],
		["server two 10.0.0.12:2222", `server two 127.0.0.1:${servers[1]!.port}`],
		["bind :80", `bind 127.0.0.1:${http}`],
		["bind :443", `bind 127.0.0.1:${https}`],
		["/etc/haproxy/certs/", certificate],
		// Without one nobody listens there, and HAProxy says that it's down.
		["server one 10.0.0.11:8080", `server one 127.0.0.1:${servers[0]!.httpPort ?? 9}`],
		["server two 10.0.0.12:8080", `server two 127.0.0.1:${servers[1]!.httpPort ?? 9}`],
	];
	let config = readFileSync(path.join(root, "deploy/haproxy.cfg"), "utf8");
	for (const [before, after] of replacements) {
		assert.ok(config.includes(before), before);
		config = config.replace(before, after);
	}

	const file = path.join(folder, "haproxy.cfg");
	writeFileSync(file, config);
	const child = spawn("haproxy", ["-db", "-f", file], { stdio: ["ignore", "pipe", "pipe"] });
	let said = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.on("data", (text) => {
			said += text;
		});
	}

	const command = async (text: string) => {
		const client = connect(socket);
		let answer = "";
		client.on("data", (chunk) => {
			answer += chunk;
		});
		client.end(`${text}\n`);
		await once(client, "close");
		return answer;
	};
	const isUp = async () =>
		((await command("show servers state resume").catch(() => "")).match(/ 2 0 /g)?.length ?? 0) === 2;
	for (let tries = 0; !(await isUp()); tries++) {
		assert.ok(tries < 1000 && child.exitCode === null, `HAProxy with both servers: ${said}`);
		await new Promise((resolve) => setTimeout(resolve, 10));
	}

	return {
		port,
		http,
		https,
		certificate,
		command,
		async [Symbol.asyncDispose]() {
			child.kill("SIGKILL");
			await once(child, "close");
		},
	};
}

/** A certificate for localhost that it signs itself, its key behind it. @returns its file. */
function newCertificate(folder: string): string {
	const file = path.join(folder, "localhost.pem");
	const key = path.join(folder, "localhost.key");
	const kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
	const name = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
	execFileSync("openssl", ["req", "-x509", ...kind, ...name, "-keyout", key, "-out", file], { stdio: "ignore" });
	writeFileSync(file, readFileSync(file, "utf8") + readFileSync(key, "utf8"));
	return file;
}
