// Loaded by Node.js before the built program. The server's limits are what TEST_LIMITS says, so that no test waits for
// minutes, and the test that started it may ask how much memory is in use once all that is garbage is collected.
const cluster = require("node:cluster");
const path = require("node:path");

const { LIMITS } = require(path.join(path.dirname(process.argv[1]), "ssh.cjs"));
Object.assign(LIMITS, JSON.parse(process.env.TEST_LIMITS));

// What a worker is sent comes from its primary.
if (cluster.isPrimary) {
	process.on("message", () => {
		globalThis.gc();
		const { heapUsed, external } = process.memoryUsage();
		process.send(heapUsed + external);
	});
	process.channel.unref();
}
