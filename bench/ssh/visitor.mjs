// A visitor who measures: ssh2's client, without a screen behind it.
import { connect } from "node:net";
import ssh2 from "ssh2";

const endOfFrame = "\u001B[?2026l";

// One address has its limits: every visitor comes from another one of 127.0.0.0/8.
let visitors = 0;
const nextAddress = () => {
	visitors++;
	return `127.${1 + (Math.floor(visitors / 62_500) % 250)}.${1 + (Math.floor(visitors / 250) % 250)}.${1 + (visitors % 250)}`;
};

/**
 * Connects and waits for the first frame.
 *
 * @param {number} port
 * @param {{ user?: string, privateKey?: string, columns?: number, rows?: number, from?: string, ending?: string,
 *   first?: string }} [options] `first` is what the first frame ends with, `ending` what the others do
 */
export function visit(
	port,
	{
		user = "guest",
		privateKey,
		columns = 80,
		rows = 24,
		from = nextAddress(),
		ending = endOfFrame,
		first = ending,
	} = {},
) {
	return new Promise((resolve, reject) => {
		const startedAt = performance.now();
		const client = new ssh2.Client();
		const visitor = {
			client,
			channel: undefined,
			bytes: 0,
			raw: "",
			onFrame: undefined,
			startedAt,
			firstFrame: 0,
			isClosed: false,
		};
		const timer = setTimeout(() => fail(new Error("no frame within 60 s")), 60_000);
		const fail = (error) => {
			clearTimeout(timer);
			client.destroy();
			reject(error);
		};
		client.on("error", fail);
		client.on("close", () => {
			visitor.isClosed = true;
			fail(new Error("closed"));
		});
		client.on("ready", () => {
			client.shell({ term: "xterm-256color", cols: columns, rows }, (error, channel) => {
				if (error) {
					fail(error);
					return;
				}

				visitor.channel = channel;
				channel.on("error", () => {});
				channel.on("data", (chunk) => {
					visitor.bytes += chunk.length;
					visitor.raw = (visitor.raw + chunk.toString("latin1")).slice(-8192);
					if (visitor.firstFrame === 0 && visitor.raw.includes(first)) {
						visitor.firstFrame = performance.now() - startedAt;
						clearTimeout(timer);
						resolve(visitor);
					}

					if (visitor.raw.includes(ending)) {
						visitor.onFrame?.();
					}
				});
			});
		});
		const sock = connect({ port, host: "127.0.0.1", localAddress: from, noDelay: true });
		sock.on("error", fail);
		client.connect({
			sock,
			username: user,
			privateKey,
			readyTimeout: 60_000,
			algorithms: { kex: ["curve25519-sha256"], cipher: ["aes128-gcm@openssh.com"], serverHostKey: ["ssh-ed25519"] },
		});
	});
}

/** Presses a key and waits for the frame that answers it; the milliseconds it took, or undefined after 5 s. */
export function press(visitor, key) {
	return new Promise((resolve) => {
		const startedAt = performance.now();
		const timer = setTimeout(() => done(undefined), 5000);
		const done = (result) => {
			clearTimeout(timer);
			visitor.onFrame = undefined;
			resolve(result);
		};
		visitor.raw = "";
		visitor.onFrame = () => done(performance.now() - startedAt);
		visitor.channel.write(key);
	});
}

export function leave(visitor) {
	return new Promise((resolve) => {
		const timer = setTimeout(() => visitor.client.destroy(), 5000);
		visitor.client.once("close", () => {
			clearTimeout(timer);
			resolve();
		});
		visitor.channel.once("close", () => visitor.client.end());
		// By the key: a process that OpenSSH started is then waited for, and its CPU counted.
		visitor.channel.write("q");
	});
}

/** The value below which the share `part` of the numbers lies. */
export function quantile(numbers, part) {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}
