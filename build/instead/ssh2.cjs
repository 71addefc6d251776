// The half of ssh2 that serves. The other half, its client with agents and proxies, is 100 kB that nothing asks for.
module.exports = {
	Server: require("ssh2/lib/server.js"),
	utils: { parseKey: require("ssh2/lib/protocol/keyParser.js").parseKey, ...require("ssh2/lib/keygen.js") },
};
