const noFiles = "no files can be copied here; ssh HOST -- --format json > resume.json prints the résumé into one";
const noRepository = "there is no repository here; ssh HOST shows the résumé";
const noShell = "there is no shell here; ssh HOST shows the résumé";

/** What to say to programs that look for their counterpart here, by its name. */
const answers: Record<string, string> = {
	scp: noFiles,
	sftp: noFiles,
	"internal-sftp": noFiles,
	"sftp-server": noFiles,
	rsync: noFiles,
	git: noRepository,
	"git-upload-pack": noRepository,
	"git-receive-pack": noRepository,
	"git-upload-archive": noRepository,
	"mosh-server": "there is no mosh here; ssh HOST shows the résumé, and needs no other program",
	sh: noShell,
	bash: noShell,
	tmux: noShell,
	screen: noShell,
	// ssh-copy-id runs this to see whether a key is known.
	exit: "no key is needed here: everyone is let in",
};

/** What ssh-copy-id runs: it looks for a shell, and writes into its settings. */
const copiesKey = /\bauthorized_keys\b/;

/**
 * The sentence for a command that another program sent through SSH, such as `scp -f …` or `git-upload-pack …`;
 * undefined if it's none of these. scp reads its errors in place of a file, after a byte 1; all others show
 * what comes on standard error.
 */
export function foreignCommand(
	command: string,
	programName: string,
): { text: string; stream: "stdout" | "stderr" } | undefined {
	const [, name = ""] = /^\s*(?:exec\s+)?(?:\S*\/)?([\w-]+)/.exec(command) ?? [];
	const said = copiesKey.test(command) ? answers.exit : Object.hasOwn(answers, name) ? answers[name] : undefined;
	const sentence = `${programName}: ${said}\n`;
	return said === undefined
		? undefined
		: name === "scp"
			? { text: `\u0001${sentence}`, stream: "stdout" }
			: { text: sentence, stream: "stderr" };
}

/** The sentence for a subsystem that a client asked for: sftp, netconf, … */
export const foreignSubsystem = (name: string, programName: string): string =>
	`${programName}: ${Object.hasOwn(answers, name) ? answers[name] : noShell}\n`;
