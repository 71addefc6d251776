import { connect } from "node:net";
import headless from "@xterm/headless";
import ssh2, { type Client, type ClientChannel, type ConnectConfig } from "ssh2";
import { historyText, screenText } from "../helpers/screen.ts";
import { until } from "./until.ts";

export type VisitorOptions = {
	user?: string;
	term?: string;
	columns?: number;
	rows?: number;
	/** Another address of the loopback network to come from. */
	from?: string;
	/** Whether the connection is kept when a session on it has ended, as OpenSSH's ControlMaster does. */
	keepsConnection?: boolean;
	/** What their client sends of their environment. */
	env?: Record<string, string>;
	/** More for ssh2. */
	config?: ConnectConfig;
};

/** A visitor with ssh2's client and, where they have a terminal, xterm.js behind it. */
export class Visitor {
	readonly client: Client;
	readonly #options: VisitorOptions;
	readonly #screen: headless.Terminal;
	channel!: ClientChannel;
	/** All that arrived. */
	raw = "";
	/** What arrived on standard error. */
	errors = "";
	/** What was copied by OSC 52. */
	readonly clipboard: string[] = [];
	exitCode: number | undefined;
	isClosed = false;
	#isConnectionClosed = false;

	private constructor(client: Client, options: VisitorOptions) {
		this.client = client;
		this.#options = options;
		const { columns = 80, rows = 24 } = options;
		this.#screen = new headless.Terminal({ cols: columns, rows, scrollback: 1000, allowProposedApi: true });
		this.#screen.parser.registerOscHandler(52, (data) => {
			this.clipboard.push(Buffer.from(data.slice(data.indexOf(";") + 1), "base64").toString());
			return true;
		});
		client.on("error", () => {});
		client.on("close", () => {
			this.#isConnectionClosed = true;
			this.isClosed = true;
		});
	}

	/** Connects and logs in; rejects with ssh2's error. */
	static connect(port: number, options: VisitorOptions = {}): Promise<Visitor> {
		const client = new ssh2.Client();
		const visitor = new Visitor(client, options);
		return new Promise((resolve, reject) => {
			client
				.once("ready", () => resolve(visitor))
				.once("error", reject)
				.once("close", () => reject(new Error("closed")));
			const sock = connect({ port, host: "127.0.0.1", localAddress: options.from, noDelay: true });
			sock.on("error", reject);
			client.connect({ sock, username: options.user ?? "guest", readyTimeout: 20_000, ...options.config });
		});
	}

	/** Connects and opens the viewer. */
	static async view(port: number, options: VisitorOptions = {}): Promise<Visitor> {
		const visitor = await Visitor.connect(port, options);
		await visitor.shell();
		return visitor;
	}

	/** `ssh host COMMAND`, with a terminal or without. */
	static async run(port: number, command: string, options: VisitorOptions & { pty?: boolean } = {}): Promise<Visitor> {
		const visitor = await Visitor.connect(port, options);
		await visitor.exec(command, options.pty ?? false);
		return visitor;
	}

	shell(): Promise<void> {
		return new Promise((resolve, reject) => {
			this.client.shell(this.#pty(), { env: this.#options.env }, (error, channel) => {
				error ? reject(error) : resolve(this.#attach(channel));
			});
		});
	}

	exec(command: string, pty: boolean): Promise<void> {
		return new Promise((resolve, reject) => {
			this.client.exec(command, { env: this.#options.env, ...(pty && { pty: this.#pty() }) }, (error, channel) => {
				error ? reject(error) : resolve(this.#attach(channel));
			});
		});
	}

	subsystem(name: string): Promise<void> {
		return new Promise((resolve, reject) => {
			this.client.subsys(name, (error, channel) => {
				error ? reject(error) : resolve(this.#attach(channel));
			});
		});
	}

	type(bytes: string): void {
		this.channel.write(bytes);
	}

	resize(columns: number, rows: number): void {
		this.#screen.resize(columns, rows);
		this.channel.setWindow(rows, columns, 0, 0);
	}

	/** The screen as it is now. */
	text(): string {
		return screenText(this.#screen).join("\n").trimEnd();
	}

	/** The normal screen, with what was scrolled off it. */
	history(): string {
		return historyText(this.#screen);
	}

	get isAlternateScreen(): boolean {
		return this.#screen.buffer.active.type === "alternate";
	}

	/** Waits until the screen, or what `what` looks at, has it. */
	async waitFor(what: string | RegExp | ((screen: string) => boolean), limit?: number): Promise<void> {
		const isThere = () => {
			const text = this.text();
			return typeof what === "string" ? text.includes(what) : what instanceof RegExp ? what.test(text) : what(text);
		};
		await until(isThere, () => `${what} on the screen, which is\n${this.text()}\n`, limit);
	}

	/** Waits until the session is over, and gives its exit status. */
	async end(limit?: number): Promise<number | undefined> {
		await until(
			() => this.isClosed,
			() => `the end of the session, the screen is\n${this.text()}\n`,
			limit,
		);
		await new Promise<void>((resolve) => {
			this.#screen.write("", resolve);
		});
		return this.exitCode;
	}

	/** Waits until the connection is closed by the other side. */
	async disconnected(limit?: number): Promise<void> {
		await until(
			() => this.#isConnectionClosed,
			() => "the connection's end",
			limit,
		);
	}

	[Symbol.dispose](): void {
		this.client.destroy();
		this.#screen.dispose();
	}

	#pty() {
		const { term = "xterm-256color", columns = 80, rows = 24 } = this.#options;
		return { term, cols: columns, rows, height: 0, width: 0, modes: {} };
	}

	#attach(channel: ClientChannel): void {
		this.channel = channel;
		channel.on("error", () => {});
		channel.on("data", (chunk: Buffer) => {
			this.raw += chunk.toString("utf8");
			this.#screen.write(chunk);
		});
		channel.stderr.on("data", (chunk: Buffer) => {
			this.errors += chunk.toString("utf8");
		});
		channel.on("exit", (code: number) => {
			this.exitCode = code;
		});
		channel.on("close", () => {
			this.isClosed = true;
			if (!this.#options.keepsConnection) {
				this.client.end();
			}
		});
	}
}
