import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
	chmodSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { loadHostKey } from "../../source/ssh/host-key.ts";

const folder = mkdtempSync(path.join(tmpdir(), "host-key-"));
after(() => rmSync(folder, { recursive: true }));

test("the first start makes a key that only its owner can read, and the next ones use it", () => {
	const file = path.join(folder, "deep", "er", "key");
	const first = loadHostKey(file);
	assert.equal(first.isNew, true);
	assert.equal(statSync(file).mode & 0o777, 0o600);
	assert.deepEqual(readdirSync(path.dirname(file)), ["key"], "nothing else is left there");
	const second = loadHostKey(file);
	assert.equal(second.isNew, false);
	assert.equal(second.fingerprint, first.fingerprint);
	assert.match(first.fingerprint, /^SHA256:[A-Za-z0-9+/]{43}$/);
});

test("OpenSSH reads the key, and shows the same fingerprint", () => {
	const file = path.join(folder, "same");
	const { fingerprint } = loadHostKey(file);
	const said = execFileSync("ssh-keygen", ["-l", "-f", file], { encoding: "utf8" });
	assert.ok(said.includes(` ${fingerprint} `) && said.includes("(ED25519)"), said);
});

test("a key made by OpenSSH is used, and signs", () => {
	const file = path.join(folder, "theirs");
	execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "a comment", "-f", file]);
	const { key, fingerprint } = loadHostKey(file);
	assert.ok(execFileSync("ssh-keygen", ["-l", "-f", file], { encoding: "utf8" }).includes(fingerprint));
	const data = Buffer.from("signed");
	assert.equal(key.verify(data, key.sign(data) as Buffer), true);
	assert.equal(key.verify(Buffer.from("forged"), key.sign(data) as Buffer), false);
});

test("a key that others can read is refused with the command that mends it", () => {
	const file = path.join(folder, "it's open");
	loadHostKey(file);
	chmodSync(file, 0o644);
	assert.throws(
		() => loadHostKey(file),
		(error: Error) => {
			assert.equal(error.name, "UserError");
			const [, command] = /mode is 0644\); .* with: (.*)$/.exec(error.message) ?? [];
			execFileSync("sh", ["-c", command!]);
			return true;
		},
	);
	assert.equal(loadHostKey(file).isNew, false);
});

test("what isn't such a key is named, and left as it is", () => {
	const broken: Array<[string, (file: string) => void]> = [
		["garbage", (file) => writeFileSync(file, "garbage", { mode: 0o600 })],
		["empty", (file) => writeFileSync(file, "", { mode: 0o600 })],
		["another kind", (file) => execFileSync("ssh-keygen", ["-q", "-t", "ecdsa", "-N", "", "-f", file])],
		["a passphrase", (file) => execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "secret", "-f", file])],
	];
	for (const [name, make] of broken) {
		const file = path.join(folder, name);
		make(file);
		const before = readFileSync(file, "utf8");
		assert.throws(() => loadHostKey(file), {
			name: "UserError",
			message: /holds no ed25519 private key.* ssh-keygen /,
		});
		assert.equal(readFileSync(file, "utf8"), before);
	}

	mkdirSync(path.join(folder, "a folder"));
	execFileSync("mkfifo", [path.join(folder, "a pipe")]);
	for (const place of [path.join(folder, "a folder"), path.join(folder, "a pipe"), "/dev/null"]) {
		const message = `the host key ${place} isn't a file; name one with --host-key FILE`;
		assert.throws(() => loadHostKey(place), { name: "UserError", message });
	}

	symlinkSync("nowhere", path.join(folder, "a link"));
	assert.throws(() => loadHostKey(path.join(folder, "a link")), { name: "UserError", message: /is a link to a file/ });
	assert.throws(() => loadHostKey("/dev/null/key"), { name: "UserError", message: /ENOTDIR.*--host-key FILE/ });
});
