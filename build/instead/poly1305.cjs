// ssh2 requires a function.
module.exports = require("./poly1305.mjs").createPoly1305;
