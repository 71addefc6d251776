// What of ssh2's server half cannot run in this server, and is left out. Nothing that a client can reach by what it
// sends is touched: not a message's handler, not an algorithm of source/ssh/server.ts, not a kind of authentication.
// The edits are of edits.mjs's kind: a build in which one no longer fits fails.

const lib = (name) => new RegExp(String.raw`[\\/]ssh2[\\/]lib[\\/]${name.replace("/", String.raw`[\\/]`)}\.js$`);

/** Facts about this server: the minifiers then take out what would need the contrary. */
const facts = [
	// It is the server, never the client.
	...Object.entries({ "protocol/Protocol": 45, "protocol/kex": 17 }).map(([name, times]) => ({
		file: lib(name),
		find: /\b(?:this|self)(?:\._protocol)?\._server\b(?! =)/g,
		times,
		put: "true",
	})),
	{ file: lib("Channel"), find: "!!(opts && opts.server)", times: 1, put: "true" },
	{ file: lib("Channel"), find: /\bthis\.server\b(?! =)/g, times: 4, put: "true" },
	{ file: lib("utils"), find: "if (channel.server) {", times: 2, put: "if (true) {" },
	// It gives no function to tell of each packet.
	...Object.entries({ "protocol/Protocol": 129, "protocol/kex": 49, "protocol/handlers.misc": 88 }).map(
		([name, times]) => ({
			file: lib(name),
			find: /\b(?:this|self|proto|kex)(?:\._protocol)?\._debug\b(?! =)/g,
			times,
			put: "undefined",
		}),
	),
	{ file: lib("server"), find: "typeof cfg.debug === 'function' ? cfg.debug : undefined", times: 1, put: "undefined" },
	{ file: lib("server"), find: "if (debug) {", times: 3, put: "if (false) {" },
	// It compresses nothing.
	{
		file: lib("protocol/Protocol"),
		find: /this\._kex\.negotiated\.[cs]{2}\.compress === 'zlib@openssh\.com'/g,
		times: 4,
		put: "false",
	},
	// It says what it is by a text of its own.
	{ file: lib("protocol/Protocol"), find: "require('../../package.json').version", times: 1, put: "''" },
	// It makes its key without options: no passphrase, no comment.
	{
		file: lib("keygen"),
		find: "if (typeof opts === 'object' && opts !== null) {\n    if (typeof opts.comment",
		times: 1,
		put: "if (false) {\n    if (typeof opts.comment",
	},
];

/** Texts that are left out, each from its first words up to those that follow it. */
const left = [
	// Native parts, compiled on the machine that installs ssh2; the package runs everywhere and has none.
	["protocol/crypto", "try {\n  binding = require", "const CIPHER_STREAM"],
	["protocol/constants", "try {\n  cpuInfo = require", "const { bindingAvailable"],
	// Exchanges of keys other than Curve25519's, which alone is offered.
	[
		"protocol/kex",
		"        case 'ecdh-sha2-nistp256':",
		"      }\n      throw new Error(`Unsupported key exchange algo",
	],
	["protocol/kex", "  class ECDHExchange extends", "  return (negotiated, ...args) => {"],
	["protocol/kex", "function dhEstimate(neg) {", "function trySendNEWKEYS(kex) {"],
	// Compression, which is not offered.
	[
		"protocol/kex",
		"          case 'zlib': // starts immediately\n            if (isServer)\n              rw.read",
		"          default:\n            // none -- never any compression/decompression\n\n            if (isServer)\n              rw.read",
	],
	[
		"protocol/kex",
		"          case 'zlib': // starts immediately\n            if (isServer)\n              rw.write",
		"          default:\n            // none -- never any compression/decompression\n\n            if (isServer)\n              rw.write",
	],
	["protocol/zlib", "const { kMaxLength } = require", "class PacketWriter {"],
	["protocol/zlib", "class ZlibPacketReader {", "class PacketReader {"],
	["protocol/zlib", "  ZlibPacketReader,\n  ZlibPacketWriter,\n", "};"],
	// Algorithms named by what is added to ssh2's own list or taken from it: this server's lists are exact.
	["utils", "  if (typeof algoList === 'object' && algoList !== null) {", "  return defaultList;\n}"],
	// Kinds of keys that source/ssh/host-key.ts refuses by whatever name: files of RSA, DSA and ECDSA keys, and of public
	// ones. ssh2 reads keys of a client too, in a request that it then ignores.
	["protocol/keyParser", "const supportedOpenSSLCiphers", "const { Ber }"],
	["protocol/keyParser", "// Create OpenSSL cipher name", "const binaryKeyParser"],
	["protocol/keyParser", "function OpenSSH_Old_Private(", "function OpenSSH_Public("],
	["protocol/keyParser", "  if ((ret = OpenSSH_Old_Private.parse", "  // Public keys"],
	["protocol/keyParser", "function RFC4716_Public(", "function parseDER("],
	["protocol/keyParser", "  if ((ret = RFC4716_Public.parse", "  // Finally try as a binary format"],
	["protocol/keyParser", "    case 'ssh-rsa': {\n      const e", "    case 'ssh-ed25519': {\n      const edpub"],
	[
		"protocol/keyParser",
		"    case 'ecdsa-sha2-nistp256':\n      algo = 'sha256'",
		"    default:\n      return new Error(`Unsupported OpenSSH public key type",
	],
	[
		"protocol/keyParser",
		"        case 'ssh-rsa': {\n          /*\n            string  n -- public",
		"        case 'ssh-ed25519': {\n          if (!eddsaSupported)",
	],
	[
		"protocol/keyParser",
		"        case 'ecdsa-sha2-nistp256':\n          algo = 'sha256';",
		"        default:\n          return new Error(`Unsupported OpenSSH private key type",
	],
	["keygen", "    case 'rsa': {\n      if (typeof opts", "    case 'ed25519':\n      return"],
	["keygen", "    case 'rsa': {\n      // Note", "    case 'ed25519': {\n      // Parse public"],
].map(([name, from, to]) => ({ file: lib(name), from, to }));

/** @type {import("./edits.mjs").Edit[]} */
export const ssh2Edits = [...facts, ...left];
