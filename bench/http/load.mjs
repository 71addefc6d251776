// Asks a server again and again over kept connections, and prints how many requests it answered in a second of its
// processor's time: what else the machine does is left out by that.
//
//   node bench/http/load.mjs PORT PID SECONDS
//
// Each connection comes from an address of its own (127.0.1.1 and on), as visitors do: one address has a limit, which
// none of so many reaches.
import { connect } from "node:net";
import process from "node:process";
import { cpu } from "../ssh/process.mjs";

const [port, pid, seconds] = process.argv.slice(2).map(Number);
const connections = 512;
const request = [
	"GET / HTTP/1.1",
	"Host: localhost",
	"User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
	"Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
	"Accept-Language: en-US,en;q=0.5",
	"Accept-Encoding: gzip, deflate, br, zstd",
	"Connection: keep-alive",
	"\r\n",
].join("\r\n");

let answers = 0;
let others = 0;

for (let index = 0; index < connections; index++) {
	const socket = connect({ port, host: "127.0.0.1", localAddress: `127.0.${1 + (index >> 7)}.${1 + (index & 127)}` });
	/** Bytes of an answer, known from the first; and of the one that is arriving. */
	let length = 0;
	let arrived = 0;
	socket.setNoDelay(true);
	socket.on("error", () => {});
	socket.on("data", (chunk) => {
		if (arrived === 0 && !chunk.toString("latin1", 0, 13).startsWith("HTTP/1.1 200 ")) {
			others++;
		}
		arrived += chunk.length;
		if (length === 0) {
			const head = chunk.toString("latin1", 0, chunk.indexOf("\r\n\r\n") + 4);
			length = head.length + Number(/^content-length: (\d+)/im.exec(head)[1]);
		}
		if (arrived >= length) {
			arrived -= length;
			answers++;
			socket.write(request);
		}
	});
	socket.write(request);
}

// What a server's first second does, such as compiling, isn't what is measured.
setTimeout(() => {
	const [answered, used] = [answers, cpu(pid)];
	setTimeout(() => {
		if (others > 0) {
			throw new Error(`${others} answers weren't 200`);
		}
		process.stdout.write(`${((answers - answered) * 1000) / (cpu(pid) - used)}\n`);
		process.exit();
	}, seconds * 1000);
}, 1000);
