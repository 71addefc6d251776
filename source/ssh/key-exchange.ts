import { createHash, createPublicKey, diffieHellman, generateKeyPairSync, type KeyObject } from "node:crypto";
import { ml_kem768 } from "@noble/post-quantum/ml-kem.js";
import { type KeyExchange, messages, type Offer, onSet, type Protocol } from "./protocol.ts";

/*
 * Two key exchanges for an ssh2 server.
 *
 * mlkem768x25519-sha256, as draft-ietf-sshm-mlkem-hybrid-kex describes it: from version 10.1 on OpenSSH warns, in three
 * lines before everything else, if a server has no post-quantum exchange; ssh2 has none until
 * https://github.com/mscdex/ssh2/pull/1471 or its like is released. ssh2 makes its exchanges in a function that nothing
 * outside can reach. So a client's offer of this one is shown to it as one of curve25519-sha256, which has the same
 * packets, the same hash and the same host key signature, and the exchange that ssh2 makes from it is given the other
 * public values and the other secret.
 *
 * curve25519-sha256 (RFC 8731), which ssh2 does with keys as DER: OpenSSL takes ten times as long for
 * that as for JWK, a sixth of a millisecond of every connection.
 */

export const POST_QUANTUM_KEX = "mlkem768x25519-sha256";
const STAND_IN = "curve25519-sha256";

const ML_KEM_PUBLIC_KEY = 1184;
const X25519_PUBLIC_KEY = 32;
/** In SSH_MSG_KEXINIT the lists follow the type and a cookie of 16 bytes (RFC 4253 §7.1). */
const KEX_LIST_OFFSET = 17;

/** What chance decides in an exchange; given by known-answer tests. */
export type Chance = { message?: Uint8Array; keyPair?: { publicKey: KeyObject; privateKey: KeyObject } };

/**
 * The server's side: from C_INIT, 1184 bytes of an ML-KEM-768 public key and 32 of an X25519 one, S_REPLY (a
 * ciphertext of 1088 bytes and 32 of our X25519 key) and the secret K, SHA-256 of both secrets.
 * @throws {Error} if C_INIT has another length, or a key in it is invalid.
 */
export function respond(init: Uint8Array, chance: Chance = {}): { reply: Buffer; secret: Buffer } {
	if (init.length !== ML_KEM_PUBLIC_KEY + X25519_PUBLIC_KEY) {
		throw new Error(`C_INIT of ${init.length} bytes`);
	}

	const { cipherText, sharedSecret } = ml_kem768.encapsulate(init.subarray(0, ML_KEM_PUBLIC_KEY), chance.message);
	const { publicKey, privateKey } = chance.keyPair ?? generateKeyPairSync("x25519");
	// OpenSSL refuses a secret of zeros, as RFC 7748 §6.1 advises.
	const classical = diffieHellman({ privateKey, publicKey: x25519(init.subarray(ML_KEM_PUBLIC_KEY)) });
	return {
		reply: Buffer.concat([cipherText, rawKey(publicKey)]),
		secret: createHash("sha256").update(sharedSecret).update(classical).digest(),
	};
}

/** The 32 bytes of an X25519 public key as a key of `node:crypto`. */
export const x25519 = (raw: Uint8Array): KeyObject =>
	createPublicKey({
		key: { kty: "OKP", crv: "X25519", x: Buffer.from(raw).toString("base64url") },
		format: "jwk",
	});

export const rawKey = (publicKey: KeyObject): Buffer =>
	Buffer.from(publicKey.export({ format: "jwk" }).x as string, "base64url");

/** The exchange of curve25519-sha256, answered once: our public key and the secret, as `computeSecret` returns it. */
export function agree(theirs: Uint8Array): { reply: Buffer; secret: Buffer } {
	const { publicKey, privateKey } = generateKeyPairSync("x25519");
	return {
		reply: rawKey(publicKey),
		secret: mpint(diffieHellman({ privateKey, publicKey: x25519(theirs) })),
	};
}

/** A positive number without leading zeros, one of them before a first bit that is set (RFC 4251 §5, RFC 8731 §3.1). */
export function mpint(bytes: Buffer): Buffer {
	const first = bytes.findIndex((byte) => byte !== 0);
	const digits = bytes.subarray(first === -1 ? bytes.length : first);
	return digits[0]! >= 0x80 ? Buffer.concat([Buffer.alloc(1), digits]) : digits;
}

/**
 * libssh2 before 1.11, which curl has on many machines, knows AES only with MACs over the plain text; ssh-audit advises
 * against them, so nobody else is offered them.
 */
const plainMacsOnly = /^libssh2_1\.(?:\d|10)(?:\.|$)/;
const plainMacs = ["hmac-sha2-256", "hmac-sha2-512"];

/**
 * Gives what makes a server's connections offer the post-quantum exchange before all others; see `protocol.ts`.
 * `software` is what the client says it is.
 */
export function keyExchanges(): (
	protocol: Protocol,
	software: string,
) => { /** What ssh2 is to see of a packet. */ translate: (payload: Buffer) => Buffer } {
	let offers: { all: Offer; withPlainMacs: Offer } | undefined;
	return (protocol, software) => {
		offers ??= { all: extended(protocol._offer, []), withPlainMacs: extended(protocol._offer, plainMacs) };
		const offer = plainMacsOnly.test(software) ? offers.withPlainMacs : offers.all;
		const { lists } = offer;
		protocol._offer = offer;
		// The client's own KEXINIT, which the exchange hash covers, from its arrival until ssh2 has made the exchange.
		let clientInit: Buffer | undefined;
		onSet(protocol, "_kex", (exchange) => {
			if (exchange !== undefined) {
				if (clientInit !== undefined) {
					exchange.negotiated.kex = POST_QUANTUM_KEX;
					exchange._remoteKexinit = clientInit;
				}

				answerWith(exchange, clientInit === undefined ? agree : respond);
				clientInit = undefined;
			}
		});
		return {
			translate(payload) {
				if (payload[0] !== messages.kexInit) {
					return payload;
				}

				const standIn = translate(payload, lists.kex.array);
				clientInit = standIn && Buffer.from(payload);
				return standIn ?? payload;
			},
		};
	};
}

function extended({ constructor: KexInit, lists }: Offer, macs: readonly string[]): Offer {
	const direction = ({ cipher, mac, compress }: Offer["lists"]["cs"]) => ({
		cipher: cipher.array,
		mac: [...mac.array, ...macs],
		compress: compress.array,
		lang: [],
	});
	return new KexInit({
		kex: [POST_QUANTUM_KEX, ...lists.kex.array],
		serverHostKey: lists.serverHostKey.array,
		cs: direction(lists.cs),
		sc: direction(lists.sc),
	});
}

/**
 * The KEXINIT with the stand-in's name in place of the post-quantum name, so that a guess at the exchange stays right
 * or wrong; undefined if another exchange is chosen: the first of the client's that the server has (RFC 4253 §7.1).
 */
function translate(payload: Buffer, ours: readonly string[]): Buffer | undefined {
	if (payload.length < KEX_LIST_OFFSET + 4) {
		return;
	}

	const start = KEX_LIST_OFFSET + 4;
	const end = start + payload.readUInt32BE(KEX_LIST_OFFSET);
	const theirs = payload.toString("latin1", start, end).split(",");
	if (end > payload.length || theirs.find((name) => ours.includes(name)) !== POST_QUANTUM_KEX) {
		return;
	}

	const names = Buffer.from(theirs.map((name) => (name === POST_QUANTUM_KEX ? STAND_IN : name)).join(","), "latin1");
	const length = Buffer.alloc(4);
	length.writeUInt32BE(names.length);
	return Buffer.concat([payload.subarray(0, KEX_LIST_OFFSET), length, names, payload.subarray(end)]);
}

function answerWith(exchange: KeyExchange, answer: (theirs: Uint8Array) => { reply: Buffer; secret: Buffer }): void {
	let reply: Buffer;
	exchange.convertPublicKey = (key) => key;
	exchange.getPublicKey = () => reply;
	// ssh2 calls it first, and wants an error returned.
	exchange.computeSecret = (theirs) => {
		try {
			const answered = answer(theirs);
			reply = answered.reply;
			return answered.secret;
		} catch (error) {
			return error as Error;
		}
	};
}
