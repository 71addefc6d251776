// ssh2 derives the key of an OpenSSH key file with a passphrase by this. Host keys here have none; ssh2 says so itself
// of one that has, before it comes here.
module.exports = {
	pbkdf() {
		throw new Error("a key with a passphrase is not supported");
	},
};
