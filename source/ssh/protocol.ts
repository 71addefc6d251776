import type { Connection, Session } from "ssh2";

/*
 * What is used of ssh2's inner parts, ssh2 itself being as published: properties of one connection's objects, replaced
 * on those objects. They are to be prepared in the server's "connection" event: the client has said what it is, and
 * nothing else has been read or sent yet.
 */

export const messages = { kexInit: 20 } as const;
const extInfo = 7;

export type OnPayload = (payload: Buffer) => unknown;

export type KeyExchange = {
	negotiated: { kex: string };
	remoteExtInfoEnabled: boolean;
	_remoteKexinit: Buffer;
	convertPublicKey: (key: Buffer) => Buffer;
	getPublicKey: () => Buffer;
	computeSecret: (theirs: Buffer) => Buffer | Error;
};
type List = { array: string[] };
export type Lists = Record<"kex" | "serverHostKey", List> &
	Record<"cs" | "sc", Record<"cipher" | "mac" | "compress", List>>;
export type Offer = { lists: Lists; constructor: new (lists: unknown) => Offer };

type Cipher = {
	encrypt: (packet: Buffer) => void;
};

export type Protocol = {
	_offer: Offer;
	_decipher: { _onPayload: OnPayload };
	_cipher: Cipher;
	_kex: KeyExchange | undefined;
	/** Our KEXINIT, while an exchange is under way. */
	_kexinit: Buffer | undefined;
	_onHandshakeComplete: (...args: unknown[]) => void;
	_packetRW: { write: { allocStart: number; alloc: (size: number) => Buffer; finalize: (packet: Buffer) => Buffer } };
};

export const protocolOf = (client: Connection): Protocol => (client as unknown as { _protocol: Protocol })._protocol;

/** The largest packet that the client takes on a session's channel, in bytes. */
export const packetSizeOf = (session: Session): number =>
	(session as unknown as { _chanInfo: { outgoing: { packetSize: number } } })._chanInfo.outgoing.packetSize;

/** ssh2 distinguishes a session from a channel by the name of its class, which a bundler may change. */
export const nameClassOf = (session: Session): void => {
	Object.defineProperty(session.constructor, "name", { value: "Session" });
};

/** Calls `onSet` whenever ssh2 sets the property, and now for what is in it. */
export function onSet<Name extends keyof Protocol>(
	protocol: Protocol,
	name: Name,
	onSet: (value: Protocol[Name]) => void,
): void {
	let value = protocol[name];
	onSet(value);
	Object.defineProperty(protocol, name, {
		get: () => value,
		set(next: Protocol[Name]) {
			value = next;
			onSet(next);
		},
	});
}

/**
 * Shows each packet that arrives to `see` before ssh2 looks at it, in key exchanges too, which ssh2 itself doesn't
 * report. ssh2 reads what `see` gives back. An error that it throws ends ssh2's work on what was read.
 */
export function watchPackets(protocol: Protocol, see: (payload: Buffer) => Buffer): void {
	onSet(protocol, "_decipher", (decipher) => {
		if (decipher !== undefined) {
			let next = decipher._onPayload;
			const onPayload: OnPayload = (payload) => next(see(payload));
			Object.defineProperty(decipher, "_onPayload", {
				get: () => onPayload,
				set(given: OnPayload) {
					next = given;
				},
			});
		}
	});
}

/** Kinds of keys whose signatures can be checked here: RFC 8308 §3.1, RFC 8332. */
const signatureAlgorithms = [
	"ssh-ed25519",
	"ecdsa-sha2-nistp256",
	"ecdsa-sha2-nistp384",
	"ecdsa-sha2-nistp521",
	"rsa-sha2-512",
	"rsa-sha2-256",
];

/**
 * Sends SSH_MSG_EXT_INFO in place of ssh2, which leaves out the comma between two of the names in it; see
 * docs/upstream.md. It is the first packet after our first NEWKEYS, for clients that asked for it (RFC 8308 §2.4).
 */
export function sendExtInfo(protocol: Protocol): void {
	const complete = protocol._onHandshakeComplete;
	protocol._onHandshakeComplete = (...args) => {
		const exchange = protocol._kex!;
		protocol._onHandshakeComplete = complete;
		if (exchange.remoteExtInfoEnabled) {
			exchange.remoteExtInfoEnabled = false;
			const count = Buffer.from([0, 0, 0, 1]);
			sendPayload(
				protocol,
				Buffer.concat([Buffer.from([extInfo]), count, text("server-sig-algs"), text(signatureAlgorithms.join(","))]),
			);
		}

		complete(...args);
	};
}

function text(value: string): Buffer {
	const bytes = Buffer.from(value, "latin1");
	const length = Buffer.alloc(4);
	length.writeUInt32BE(bytes.length);
	return Buffer.concat([length, bytes]);
}

function sendPayload({ _packetRW: { write }, _cipher: cipher }: Protocol, payload: Buffer): void {
	const packet = write.alloc(payload.length);
	packet.set(payload, write.allocStart);
	cipher.encrypt(write.finalize(packet));
}
