import { type Bucket, fullBucket, isOverdrawn, type Limits, take } from "./limits.ts";

/** One line of the log: JSON, on standard error, without what a visitor would call private. */
export type LogLine = { event: string } & Record<string, string | number | undefined>;

/** Writes lines, at most this many a second: connecting must not fill the disk. */
export class Log {
	readonly #write: (text: string) => void;
	readonly #rate: Limits["logLines"];
	#bucket: Bucket;
	#dropped = 0;

	constructor(write: (text: string) => void, { logLines }: Pick<Limits, "logLines">) {
		this.#write = write;
		this.#rate = logLines;
		this.#bucket = fullBucket(logLines, Date.now());
	}

	write(line: LogLine): void {
		const now = Date.now();
		const bucket = take(this.#bucket, this.#rate, 1, now);
		if (isOverdrawn(bucket, this.#rate)) {
			this.#dropped++;
			return;
		}

		this.#bucket = bucket;
		this.#write(formatLine({ time: new Date(now).toISOString(), ...line, dropped: this.#dropped || undefined }));
		this.#dropped = 0;
	}
}

/** A longer value is cut: a stack fits, a book does not. */
const LONGEST_VALUE = 4000;

/** The line as JSON in plain ASCII: whatever a visitor sent, a terminal that shows the log does not obey it. */
export function formatLine(line: Record<string, string | number | undefined>): string {
	const json = JSON.stringify(line, (_, value) => (typeof value === "string" ? value.slice(0, LONGEST_VALUE) : value));
	return `${json.replace(/[\u007F-\uFFFF]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
}
