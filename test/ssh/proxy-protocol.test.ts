import assert from "node:assert/strict";
import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { test } from "node:test";
import fc from "fast-check";
import { type ProxyHeader, parseProxyHeader, readProxyHeader } from "../../source/ssh/proxy-protocol.ts";

const v2 = (command: number, family: number, body: Buffer) => {
	const head = Buffer.from([...Buffer.from("\r\n\r\n\0\r\nQUIT\n", "latin1"), 0x20 | command, family, 0, 0]);
	head.writeUInt16BE(body.length, 14);
	return Buffer.concat([head, body]);
};
const four = Buffer.from([203, 0, 113, 9, 127, 0, 0, 1, 0x30, 0x39, 0x08, 0xae]);
const six = Buffer.concat([
	Buffer.from("20010db8000000000000000000000007", "hex"),
	Buffer.from("00000000000000000000000000000001", "hex"),
	Buffer.from([0, 1, 0, 2]),
]);

const good: Array<[string, Buffer, ProxyHeader["kind"], string?]> = [
	["v1 IPv4", Buffer.from("PROXY TCP4 203.0.113.9 127.0.0.1 12345 2222\r\n"), "proxied", "203.0.113.9"],
	["v1 IPv6", Buffer.from("PROXY TCP6 2001:db8::7 ::1 1 2\r\n"), "proxied", "2001:db8::7"],
	["v1 unknown", Buffer.from("PROXY UNKNOWN\r\n"), "local"],
	["v1 unknown with more", Buffer.from("PROXY UNKNOWN ffff::1 ffff::2 1 2\r\n"), "local"],
	["v2 IPv4", v2(1, 0x11, four), "proxied", "203.0.113.9"],
	["v2 IPv6", v2(1, 0x21, six), "proxied", "2001:db8::7"],
	["v2 with extensions", v2(1, 0x11, Buffer.concat([four, Buffer.from([4, 0, 3, 1, 2, 3])])), "proxied", "203.0.113.9"],
	["v2 local", v2(0, 0x00, Buffer.alloc(0)), "local"],
	["v2 local with addresses", v2(0, 0x11, four), "local"],
	["v2 unix", v2(1, 0x31, Buffer.alloc(216)), "local"],
];

for (const [name, header, kind, address] of good) {
	test(`${name}: read whole, not before, and what follows is left`, () => {
		for (let length = 0; length < header.length; length++) {
			assert.equal(parseProxyHeader(header.subarray(0, length)), undefined);
		}

		const expected = address === undefined ? { kind, length: header.length } : { kind, length: header.length, address };
		assert.deepEqual(parseProxyHeader(header), expected);
		assert.deepEqual(parseProxyHeader(Buffer.concat([header, Buffer.from("SSH-2.0-x\r\n")])), expected);
	});
}

const bad: Array<[string, Buffer]> = [
	["SSH itself", Buffer.from("SSH-2.0-OpenSSH_9.2\r\n")],
	["HTTP", Buffer.from("GET / HTTP/1.1\r\n")],
	["an address that is none", Buffer.from("PROXY TCP4 999.0.113.9 127.0.0.1 1 2\r\n")],
	["a short IPv4 address", Buffer.from("PROXY TCP4 127.1 127.0.0.1 1 2\r\n")],
	["IPv6 as IPv4", Buffer.from("PROXY TCP4 ::1 ::1 1 2\r\n")],
	["no ports", Buffer.from("PROXY TCP4 203.0.113.9 127.0.0.1\r\n")],
	["a port that is none", Buffer.from("PROXY TCP4 203.0.113.9 127.0.0.1 x 2\r\n")],
	["a port above 65535", Buffer.from("PROXY TCP4 203.0.113.9 127.0.0.1 65536 2\r\n")],
	["more words", Buffer.from("PROXY TCP4 203.0.113.9 127.0.0.1 1 2 3\r\n")],
	["a line without end", Buffer.from(`PROXY TCP4 ${"1".repeat(100)}`)],
	["version 3", Buffer.concat([v2(1, 0x11, four).fill(0x31, 12, 13)])],
	["an unknown command", v2(2, 0x11, four)],
	["too few bytes for its addresses", v2(1, 0x21, four)],
	["a length that lies", v2(1, 0x11, Buffer.alloc(0)).fill(0xff, 14, 16)],
];

for (const [name, header] of bad) {
	test(`${name}: refused`, () => {
		assert.throws(() => parseProxyHeader(header), Error);
	});
}

test("whatever comes, it is a header, refused, or not yet whole", () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...good.map(([, header]) => header)),
			fc.uint8Array(),
			fc.nat(),
			(header, noise, at) => {
				const bytes = Buffer.from(header);
				bytes.set(noise.subarray(0, bytes.length - (at % bytes.length)), at % bytes.length);
				try {
					const parsed = parseProxyHeader(bytes);
					assert.ok(parsed === undefined || parsed.length <= bytes.length);
				} catch (error) {
					assert.ok(error instanceof Error && !(error instanceof assert.AssertionError), String(error));
				}
			},
		),
	);
});

test("a header that comes byte by byte is taken off the socket, and nothing else is", async () => {
	const server = createServer();
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const client = connect((server.address() as AddressInfo).port, "127.0.0.1");
	const [socket] = await once(server, "connection");
	const reading = readProxyHeader(socket);
	for (const byte of v2(1, 0x11, four)) {
		client.write(Buffer.from([byte]));
	}

	client.write("SSH-2.0-x\r\n");
	assert.deepEqual(await reading, { kind: "proxied", length: 28, address: "203.0.113.9" });
	client.end();
	let rest = "";
	for await (const chunk of socket) {
		rest += chunk;
	}

	assert.equal(rest, "SSH-2.0-x\r\n");
	server.close();
});

test("a socket that closes before the end of the header is refused", async () => {
	const server = createServer();
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const client = connect((server.address() as AddressInfo).port, "127.0.0.1");
	const [socket] = await once(server, "connection");
	client.end("PROXY TCP4 203.0");
	await assert.rejects(readProxyHeader(socket), /closed/);
	server.close();
});
