import type { ChildProcess } from "node:child_process";
import type { Readable, Writable } from "node:stream";

/** A value of the protocol; its shape is that of the method's description. */
type Json = Record<string, unknown>;

/**
 * The Chrome DevTools Protocol (https://chromedevtools.github.io/devtools-protocol/) over the pipe that
 * `--remote-debugging-pipe` opens: JSON messages with a zero byte after each, the browser reads descriptor 3 and writes 4.
 */
export class DevTools {
	readonly #to: Writable;
	readonly #waiting = new Map<number, { resolve: (result: Json) => void; reject: (error: Error) => void }>();
	#sent = 0;
	#rest: Buffer[] = [];
	#end: Error | undefined;

	constructor({ stdio }: ChildProcess) {
		this.#to = stdio[3] as Writable;
		const from = stdio[4] as Readable;
		from.on("data", (chunk: Buffer) => this.#read(chunk));
		// A browser that ends closes them; its own end says more about why, and rejects what waits.
		for (const stream of [this.#to, from]) {
			stream.on("error", () => {});
		}
	}

	/** @param session of the page that is asked; none asks the browser. @throws {Error} with what the browser says. */
	send(method: string, params: Json = {}, session?: string): Promise<Json> {
		return new Promise((resolve, reject) => {
			if (this.#end) {
				reject(this.#end);
				return;
			}

			const id = ++this.#sent;
			this.#waiting.set(id, { resolve, reject });
			this.#to.write(`${JSON.stringify({ id, method, params, sessionId: session })}\0`);
		});
	}

	/** Rejects whatever is still being waited for. */
	close(reason: Error): void {
		this.#end ??= reason;
		for (const { reject } of this.#waiting.values()) {
			reject(this.#end);
		}

		this.#waiting.clear();
	}

	#read(chunk: Buffer): void {
		let rest = chunk;
		for (let end = rest.indexOf(0); end !== -1; end = rest.indexOf(0)) {
			const message = Buffer.concat([...this.#rest, rest.subarray(0, end)]).toString();
			this.#rest = [];
			rest = rest.subarray(end + 1);
			this.#answered(JSON.parse(message));
		}

		this.#rest.push(rest);
	}

	#answered({ id = 0, result = {}, error }: { id?: number; result?: Json; error?: { message: string } }): void {
		const waiting = this.#waiting.get(id);
		this.#waiting.delete(id);
		if (error) {
			waiting?.reject(new Error(error.message));
		} else {
			waiting?.resolve(result);
		}
	}
}
