// For native parts that a package asks for and does without: ssh2's, which are compiled on the machine that installs it,
// and which the program leaves out so that one package runs everywhere. Each is asked for within a `try`.
throw new Error("native part left out of the package");
