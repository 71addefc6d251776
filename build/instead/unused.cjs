// @ts-check
// What ssh2 loads at its start, and calls only for files by SFTP or for a key with a passphrase.
module.exports = {};
