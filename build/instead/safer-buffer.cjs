// For asn1, under ssh2: Buffer's own `alloc` where it is missing or unsafe, which is in no Node.js from 6 on.
module.exports = require("node:buffer");
