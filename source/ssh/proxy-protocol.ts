import { isIPv4, isIPv6, type Socket, SocketAddress } from "node:net";

/**
 * The PROXY protocol, versions 1 and 2, as haproxy.org's proxy-protocol.txt describes them: the first bytes of a
 * connection, in which a balancer says whose connection it is. The packages that parse it want the whole header at
 * hand; here it arrives from a socket, in pieces, from someone who may be lying.
 */
export type ProxyHeader =
	/** The balancer's own connection (a health check), or one whose origin it does not know. */
	{ kind: "local"; length: number } | { kind: "proxied"; length: number; address: string };

const SIGNATURE = Buffer.from("\r\n\r\n\0\r\nQUIT\n", "latin1");
const V1_START = Buffer.from("PROXY ", "latin1");
/** §2.1: the longest first line of version 1, with its line end. */
const V1_LONGEST = 107;
/** Version 2 allows 65 KB of extensions; balancers send some hundred bytes. */
const V2_LONGEST = 2048;

/**
 * Reads the header at the beginning of `bytes`; `length` is how many bytes it takes.
 * @returns undefined if more bytes are needed.
 * @throws {Error} if `bytes` have no such header.
 */
export function parseProxyHeader(bytes: Buffer): ProxyHeader | undefined {
	if (startsLike(bytes, SIGNATURE)) {
		return bytes.length < 16 ? undefined : parseV2(bytes);
	}

	if (startsLike(bytes, V1_START)) {
		return parseV1(bytes);
	}

	throw new Error("no PROXY header");
}

const startsLike = (bytes: Buffer, start: Buffer) =>
	bytes.subarray(0, start.length).equals(start.subarray(0, bytes.length));

function parseV1(bytes: Buffer): ProxyHeader | undefined {
	const end = bytes.subarray(0, V1_LONGEST).indexOf("\r\n");
	if (end === -1) {
		if (bytes.length >= V1_LONGEST) {
			throw new Error("PROXY line too long");
		}

		return undefined;
	}

	const length = end + 2;
	const [, family, source, destination, sourcePort, destinationPort, ...rest] = bytes
		.toString("latin1", 0, end)
		.split(" ");
	if (family === "UNKNOWN") {
		return { kind: "local", length };
	}

	const isFamily = family === "TCP4" ? isIPv4 : isIPv6;
	if (
		(family !== "TCP4" && family !== "TCP6") ||
		rest.length > 0 ||
		![source, destination].every((address) => address !== undefined && isFamily(address)) ||
		![sourcePort, destinationPort].every((port) => /^\d{1,5}$/.test(port ?? "") && Number(port) <= 65_535)
	) {
		throw new Error("malformed PROXY line");
	}

	return { kind: "proxied", length, address: source! };
}

function parseV2(bytes: Buffer): ProxyHeader | undefined {
	const version = bytes[12]! >> 4;
	const command = bytes[12]! & 0x0f;
	const family = bytes[13]!;
	const size = bytes.readUInt16BE(14);
	if (version !== 2 || command > 1 || size > V2_LONGEST) {
		throw new Error("malformed PROXY header");
	}

	const length = 16 + size;
	if (bytes.length < length) {
		return undefined;
	}

	// 0x11 is TCP over IPv4, 0x21 TCP over IPv6; of any other the receiver uses the connection's own address (§2.2).
	const addressSize = { 17: 4, 33: 16 }[family];
	if (command === 0 || addressSize === undefined) {
		return { kind: "local", length };
	}

	if (size < addressSize * 2 + 4) {
		throw new Error("PROXY header without its addresses");
	}

	return { kind: "proxied", length, address: addressText(bytes.subarray(16, 16 + addressSize)) };
}

/** Four bytes or sixteen, as they are written. */
function addressText(bytes: Buffer): string {
	if (bytes.length === 4) {
		return bytes.join(".");
	}

	const groups = bytes.toString("hex").match(/.{4}/g)!;
	return new SocketAddress({ address: groups.join(":"), family: "ipv6" }).address;
}

/**
 * Takes the header off a socket that nothing has read yet and gives back what follows it. The caller bounds the time:
 * it destroys the socket, which rejects.
 * @throws {Error} if the first bytes aren't a header, or the socket closed before its end.
 */
export function readProxyHeader(socket: Socket): Promise<ProxyHeader> {
	return new Promise((resolve, reject) => {
		let seen: Buffer = Buffer.alloc(0);
		const stop = () => {
			socket.off("data", read);
			socket.off("close", closed);
			socket.pause();
		};
		const closed = () => {
			stop();
			reject(new Error("closed before the PROXY header"));
		};
		const read = (chunk: Buffer) => {
			try {
				seen = Buffer.concat([seen, chunk]);
				const header = parseProxyHeader(seen);
				if (header !== undefined) {
					stop();
					if (seen.length > header.length) {
						socket.unshift(seen.subarray(header.length));
					}

					resolve(header);
				}
			} catch (error) {
				stop();
				reject(error);
			}
		};
		socket.on("data", read);
		socket.on("close", closed);
	});
}
