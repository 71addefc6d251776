// @ts-check
// ssh2 tries to load its native parts, and does without them if that fails.
throw new Error("not in the package");
