import assert from "node:assert/strict";
import { connect, type Socket } from "node:net";
import { logged, type Serving } from "./program.ts";
import { until } from "./until.ts";
import { Visitor } from "./visitor.ts";

/** The head of a packet: its length, which RFC 4253 §6 wants aligned to the cipher's block. */
function head(length: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32BE(length);
	return bytes;
}

/** Before keys are exchanged a block has 8 bytes, and its length counts. */
const plainLengths = [0xffff_fffc, 0x7fff_fffc, 1_000_004, 35_004, 4];
/** The packets of AES-GCM have blocks of 16 bytes, and the length, which does not count, is not encrypted. */
const encryptedLengths = [0xffff_fff0, 0x7fff_fff0, 1_000_000, 35_008, 0];

/**
 * Says of packets that they have lengths which are aligned, and which no packet may have: all else about them is right,
 * so that only a look at the length shows it.
 * @throws if one of these connections is not closed at once, though its client waits.
 */
export async function tellLies(here: Serving): Promise<void> {
	for (const length of plainLengths) {
		const socket = connect({ port: here.port, host: "127.0.0.1" }).on("error", () => {});
		socket.resume().write(Buffer.concat([Buffer.from("SSH-2.0-liar\r\n"), head(length), Buffer.alloc(8, 20)]));
		await closed(socket, length);
	}

	for (const length of encryptedLengths) {
		using liar = await Visitor.connect(here.port, {
			config: { algorithms: { cipher: ["aes128-gcm@openssh.com"] } },
		});
		const { _sock: socket } = liar.client as unknown as { _sock: Socket };
		socket.write(Buffer.concat([head(length), Buffer.alloc(8, 20)]));
		await closed(socket, length);
	}

	await logged(here, plainLengths.length + encryptedLengths.length);
	const ends = here.lines().map(({ ended }) => ended);
	assert.deepEqual(
		ends,
		[...plainLengths, ...encryptedLengths].map(() => "protocol"),
	);
}

/** Sooner than a login may take. */
const patience = 3000;

const closed = (socket: Socket, length: number) =>
	until(
		() => socket.destroyed,
		() => `a packet of ${length} bytes to be refused`,
		patience,
	);
