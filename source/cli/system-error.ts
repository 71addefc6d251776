import { cleanLine } from "../resume/clean.ts";

/** Whether it is an error of a system call, such as of a full disk: nothing that the program did wrong. */
export const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
	error instanceof Error && "syscall" in error && "code" in error;

const reasons: Record<string, string> = {
	EACCES: "permission denied; change its permissions, or choose another place",
	EPERM: "permission denied; change its permissions, or choose another place",
	EROFS: "read-only; choose another place",
	ENOSPC: "no space left; free some, or choose another place",
	EDQUOT: "no space left; free some, or choose another place",
	EFBIG: "it is larger than a file may be there; choose another place",
	EMFILE: "too many files are open; close some programs, or raise the limit",
	ENFILE: "too many files are open; close some programs, or raise the limit",
	ENOMEM: "there is no memory left; close some programs",
	EIO: "the device failed; choose another place",
	ENOTDIR: "part of the path isn't a directory; choose another place",
	ENAMETOOLONG: "the name is too long; choose a shorter one",
};

/** Why a system call failed, and what to do about it: the end of a sentence. */
export function systemReason(error: unknown): string {
	const { code = "", message } = error as NodeJS.ErrnoException;
	// Node's message is "CODE: words, syscall 'path'".
	return reasons[code] ?? cleanLine(message.replace(/^[A-Z\d]+: |, \w+ '.*$/gs, ""));
}
