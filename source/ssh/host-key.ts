import { createHash, createPrivateKey, randomUUID, sign } from "node:crypto";
import {
	chmodSync,
	linkSync,
	lstatSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import path from "node:path";
import type { ParsedKey } from "ssh2";
import keygen from "ssh2/lib/keygen.js";
import keyParser from "ssh2/lib/protocol/keyParser.js";
import { shellWord } from "../call/shell-word.ts";
import { UserError } from "../errors.ts";

export type HostKey = {
	key: ParsedKey;
	/** As OpenSSH shows it to a visitor: "SHA256:…". */
	fingerprint: string;
	/** Whether this start made it. */
	isNew: boolean;
};

/**
 * The server's ed25519 key in `file`, created if missing.
 * @throws {UserError} saying what is wrong with the file, and the command that fixes it.
 */
export function loadHostKey(file: string): HostKey {
	const made = readKey(file) === undefined && createKey(file);
	const text = readKey(file);
	if (text === undefined) {
		throw new UserError(
			isLink(file)
				? `the host key ${file} is a link to a file that doesn't exist; remove it, or name another with --host-key FILE`
				: `the host key ${file} disappeared while it was being read; try again`,
			1,
		);
	}

	const parsed = keyParser.parseKey(text);
	const key = Array.isArray(parsed) ? parsed[0] : parsed;
	if (key instanceof Error || key === undefined || !key.isPrivateKey() || key.type !== "ssh-ed25519") {
		throw new UserError(
			`${file} holds no ed25519 private key without a passphrase; make one with: ssh-keygen -t ed25519 -N '' -f ${shellWord(file)}`,
			1,
		);
	}

	return { key: signingOnce(key), fingerprint: fingerprint(key), isNew: made };
}

const fingerprint = (key: ParsedKey) =>
	`SHA256:${createHash("sha256").update(key.getPublicSSH()).digest("base64").replace(/=+$/, "")}`;

/** ssh2 reads the key's PEM text again for each signature, a fifth of a millisecond of every connection. */
function signingOnce(key: ParsedKey): ParsedKey {
	const privateKey = createPrivateKey(key.getPrivatePEM());
	key.sign = (data) => sign(null, Buffer.from(data as Buffer), privateKey);
	return key;
}

function readKey(file: string): string | undefined {
	try {
		const stats = statSync(file);
		// A pipe would be waited for, and a folder must not get a file's mode.
		if (!stats.isFile()) {
			throw new UserError(`the host key ${file} isn't a file; name one with --host-key FILE`, 1);
		}

		const { mode } = stats;
		// Windows has no such bits and reports them all as set.
		if (process.platform !== "win32" && (mode & 0o077) !== 0) {
			throw new UserError(
				`the host key ${file} can be read by others (its mode is ${(mode & 0o777).toString(8).padStart(4, "0")}); keep it to yourself with: chmod 600 ${shellWord(file)}`,
				1,
			);
		}

		return readFileSync(file, "utf8");
	} catch (error) {
		if (isCode(error, "ENOENT")) {
			return;
		}

		throw error instanceof UserError ? error : unusable(file, "read", error);
	}
}

const isLink = (file: string) => lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;

/** Whether this process's key is the one in the file now: another may have been quicker. */
function createKey(file: string): boolean {
	const whole = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}`);
	try {
		mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
		writeFileSync(whole, generate(), { mode: 0o600, flag: "wx", flush: true });
		chmodSync(whole, 0o600);
		return moveIfFree(whole, file);
	} catch (error) {
		throw unusable(file, "made", error);
	} finally {
		rmSync(whole, { force: true });
	}
}

/** A link never replaces: of several servers that start at once, all use the key of the first. */
function moveIfFree(from: string, to: string): boolean {
	try {
		linkSync(from, to);
		return true;
	} catch (error) {
		if (isCode(error, "EEXIST")) {
			return false;
		}

		// Some file systems have no links.
		renameSync(from, to);
		return true;
	}
}

/** ssh2 1.17 makes one ed25519 key in some 250 that nobody can read again: those with a zero that it doesn't expect. */
function generate(): string {
	for (;;) {
		const { private: text } = keygen.generateKeyPairSync("ed25519");
		const key = keyParser.parseKey(text);
		if (!(key instanceof Error)) {
			const data = Buffer.from("a word to sign");
			const signature = key.sign(data);
			if (Buffer.isBuffer(signature) && key.verify(data, signature) === true) {
				return text;
			}
		}
	}
}

function unusable(file: string, verb: "read" | "made", error: unknown): UserError {
	const code = (error as NodeJS.ErrnoException).code ?? String(error);
	return new UserError(
		`the host key ${file} cannot be ${verb} (${code}); name a file that can be with --host-key FILE`,
		1,
	);
}

const isCode = (error: unknown, code: string) => (error as NodeJS.ErrnoException).code === code;
