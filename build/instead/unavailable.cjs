// @ts-check
// ssh2 tries to load its native parts, and does without where that fails.
throw new Error("not in the package");
