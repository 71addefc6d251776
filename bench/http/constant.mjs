// The least that node:http can do: it answers everything with the bytes of a file. Prints its port.
//
//   node bench/http/constant.mjs FILE
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import process from "node:process";

const body = readFileSync(process.argv[2]);
const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Length": body.length };
const server = createServer((_, response) => {
	response.writeHead(200, headers);
	response.end(body);
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));
