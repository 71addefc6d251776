// ssh2's server names the class; it is used where a program accepts the sftp subsystem, which this one does not.
module.exports = { SFTP: class SFTP {} };
