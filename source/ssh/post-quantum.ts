import { createHash, createPublicKey, diffieHellman, generateKeyPairSync, type KeyObject } from "node:crypto";
import { ml_kem768 } from "@noble/post-quantum/ml-kem.js";
import type { Connection } from "ssh2";

/*
 * The key exchange mlkem768x25519-sha256 for an ssh2 server, as draft-ietf-sshm-mlkem-hybrid-kex describes it. Since
 * version 10.1 OpenSSH warns, in three lines before everything else, where a server has no post-quantum exchange; ssh2
 * has none until https://github.com/mscdex/ssh2/pull/1471 or its like is released, and then this file can go.
 *
 * ssh2 makes its exchanges in a function that nothing outside can reach. So a client's offer of this exchange is shown
 * to it as one of curve25519-sha256, which has the same packets, the same hash and the same host key signature, and the
 * exchange that ssh2 makes from it is given the other public values and the other secret.
 */

export const POST_QUANTUM_KEX = "mlkem768x25519-sha256";
const STAND_IN = "curve25519-sha256";

const ML_KEM_PUBLIC_KEY = 1184;
const X25519_PUBLIC_KEY = 32;
const SSH_MSG_KEXINIT = 20;
/** In SSH_MSG_KEXINIT the lists follow the type and a cookie of 16 bytes (RFC 4253 §7.1). */
const KEX_LIST_OFFSET = 17;

/** What chance decides in an exchange; given by known-answer tests. */
export type Chance = { message?: Uint8Array; keyPair?: { publicKey: KeyObject; privateKey: KeyObject } };

/**
 * The server's side: from C_INIT, 1184 bytes of an ML-KEM-768 public key and 32 of an X25519 one, S_REPLY (a
 * ciphertext of 1088 bytes and 32 of our X25519 key) and the secret K, SHA-256 of both secrets.
 * @throws {Error} where C_INIT has another length, or a key in it is none.
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

/**
 * Gives what makes a server's connections offer the exchange, before all others. It is to be called on each of them
 * in the server's "connection" event: the client has said who it is, and nothing has been offered yet.
 */
export function postQuantum(): (client: Connection) => void {
	let offer: Offer | undefined;
	return (client) => {
		const { _protocol: protocol } = client as unknown as { _protocol: Protocol };
		offer ??= extended(protocol._offer);
		protocol._offer = offer;

		// The client's own KEXINIT, which the exchange hash covers, from its arrival until ssh2 has made the exchange.
		let clientInit: Buffer | undefined;
		const translating = (next: OnPayload): OnPayload => {
			return (payload) => {
				if (payload[0] !== SSH_MSG_KEXINIT) {
					return next(payload);
				}

				const standIn = translate(payload, offer!.lists.kex.array);
				clientInit = standIn && Buffer.from(payload);
				return next(standIn ?? payload);
			};
		};
		// The one is for the first exchange, the other for those that the client asks for later.
		protocol._decipher._onPayload = translating(protocol._decipher._onPayload);
		protocol._onPayload = translating(protocol._onPayload);

		let exchange = protocol._kex;
		Object.defineProperty(protocol, "_kex", {
			get: () => exchange,
			set(made: KeyExchange) {
				exchange = made;
				if (clientInit !== undefined) {
					adapt(made, clientInit);
					clientInit = undefined;
				}
			},
		});
	};
}

function extended({ constructor: KexInit, lists }: Offer): Offer {
	const direction = ({ cipher, mac, compress }: Lists["cs"]) => ({
		cipher: cipher.array,
		mac: mac.array,
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
 * The KEXINIT with the stand-in's name where the post-quantum name stood, so that a guess at the exchange stays right
 * or wrong; undefined where another exchange is chosen: the first of the client's that the server has (RFC 4253 §7.1).
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

function adapt(exchange: KeyExchange, clientInit: Buffer): void {
	let reply: Buffer;
	exchange.negotiated.kex = POST_QUANTUM_KEX;
	exchange._remoteKexinit = clientInit;
	exchange.convertPublicKey = (key) => key;
	exchange.getPublicKey = () => reply;
	// ssh2 calls it first, and wants an error returned.
	exchange.computeSecret = (init) => {
		try {
			const answer = respond(init);
			reply = answer.reply;
			return answer.secret;
		} catch (error) {
			return error as Error;
		}
	};
}

// What is used of ssh2's inner parts.
type OnPayload = (payload: Buffer) => unknown;
type Protocol = {
	_offer: Offer;
	_decipher: { _onPayload: OnPayload };
	_onPayload: OnPayload;
	_kex: KeyExchange | undefined;
};
type KeyExchange = {
	negotiated: { kex: string };
	_remoteKexinit: Buffer;
	convertPublicKey: (key: Buffer) => Buffer;
	getPublicKey: () => Buffer;
	computeSecret: (theirs: Buffer) => Buffer | Error;
};
type List = { array: string[] };
type Lists = Record<"kex" | "serverHostKey", List> & Record<"cs" | "sc", Record<"cipher" | "mac" | "compress", List>>;
type Offer = { lists: Lists; constructor: new (lists: unknown) => Offer };
