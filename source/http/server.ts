import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createListener, type Server as Listener, type Socket } from "node:net";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Loaded } from "../resume/load.ts";
import { type Range, visitorOf } from "../ssh/addresses.ts";
import { readAddress } from "../ssh/balancer.ts";
import type { Log } from "../ssh/log.ts";
import { cannotListen } from "../ssh/server.ts";
import type { Turns } from "../ssh/turns.ts";
import { Waiting } from "../ssh/waiting.ts";
import { Asking } from "./asking.ts";
import { Clients } from "./clients.ts";
import { type Connection, drop, logEntry, newConnection } from "./connection.ts";
import { Sites } from "./languages.ts";
import type { HttpLimits } from "./limits.ts";
import { refuse, send } from "./respond.ts";
import type { SiteOptions } from "./site.ts";

export type HttpOptions = SiteOptions & {
	host: string;
	/** 0 takes a free one. */
	port: number;
	loaded: Loaded;
	limits: HttpLimits;
	log: Log;
	/** Shares the processor among all who are connected, over SSH too. */
	turns: Turns;
	/** Balancers whose PROXY headers are trusted; undefined if none is expected. */
	proxies?: readonly Range[];
};

/**
 * The résumé for browsers, curl and the like. It speaks plain HTTP: TLS is up to what is in front of it.
 *
 * Node.js's own limits in time hold only for sockets that its HTTP server accepted itself; here each is accepted first, for
 * the PROXY header and the limits, so that the times are kept here as well.
 */
export class HttpServer {
	readonly #options: HttpOptions;
	readonly #listener: Listener;
	readonly #http: Server;
	readonly #clients: Clients;
	readonly #connections = new Map<Socket, Connection>();
	/** The same, to choose who is dropped if there are too many. */
	readonly #waiting = new Waiting<Connection>();
	readonly #sweeper: NodeJS.Timeout;
	#sites: Sites;
	#isClosing = false;

	/** @throws {UserError} if the address can't be listened on. */
	static async start(options: HttpOptions): Promise<HttpServer> {
		const server = new HttpServer(options, await Sites.create(options.loaded, options));
		await server.#listen();
		return server;
	}

	private constructor(options: HttpOptions, sites: Sites) {
		const { limits } = options;
		this.#options = options;
		this.#sites = sites;
		this.#clients = new Clients(limits);
		this.#http = createServer({ maxHeaderSize: limits.headers, keepAliveTimeout: 0 });
		// One that expects what isn't known is answered all the same (RFC 9110 §10.1.1), and counted as any other.
		for (const event of ["request", "checkContinue", "checkExpectation"]) {
			this.#http.on(event, (request: IncomingMessage, response: ServerResponse) => this.#answer(request, response));
		}

		this.#listener = createListener({ noDelay: true }, (socket) => {
			this.#accept(socket).catch((error: unknown) => this.#fault(error));
		});
		this.#sweeper = setInterval(() => this.#sweep(), limits.sweep).unref();
	}

	get port(): number {
		return (this.#listener.address() as AddressInfo).port;
	}

	/** How many are connected. */
	get connections(): number {
		return this.#connections.size;
	}

	/** Shows another résumé from the next request on, once its answers are made. */
	async replace(loaded: Loaded): Promise<void> {
		this.#sites = await Sites.create(loaded, this.#options);
	}

	/** Lets nobody in, and resolves when all who are being answered are gone, or `limits.shutdown` is over. */
	async close(): Promise<void> {
		this.#isClosing = true;
		const allClosed = new Promise<void>((resolve) => {
			this.#listener.close(() => resolve());
		});
		for (const connection of this.#connections.values()) {
			if (connection.socket.writableLength === 0) {
				drop(connection, "shutdown");
			}
		}

		const deadline = setTimeout(() => {
			for (const connection of this.#connections.values()) {
				drop(connection, "shutdown");
			}
		}, this.#options.limits.shutdown);
		await allClosed;
		// The listener counts a socket out before its connection has written its line of the log.
		while (this.#connections.size > 0) {
			await nextTurn();
		}

		clearTimeout(deadline);
		clearInterval(this.#sweeper);
	}

	async #accept(socket: Socket): Promise<void> {
		const { limits, proxies } = this.#options;
		const connection = newConnection(socket, limits.turnTime);
		this.#connections.set(socket, connection);
		this.#waiting.add(connection);
		socket.on("error", () => {});
		socket.once("close", () => this.#closed(connection));
		if (this.#isClosing) {
			drop(connection, "shutdown");
			return;
		}

		if (this.#waiting.size > limits.connections) {
			const last = this.#waiting.last()!;
			// It closes only when this round of events is over.
			this.#waiting.delete(last);
			drop(last, "crowded");
		}

		if (proxies !== undefined && !(await readAddress(connection, proxies, (end) => drop(connection, end)))) {
			return;
		}

		const visitor = visitorOf(connection.address);
		connection.visitor = visitor;
		if (socket.destroyed) {
			return;
		}

		if (!this.#clients.enter(visitor, Date.now())) {
			drop(connection, "connections-per-address");
			return;
		}

		connection.asking = new Asking(this.#options.turns, visitor);
		this.#http.emit("connection", socket);
		// Reading the PROXY header has paused it.
		socket.resume();
	}

	#answer(request: IncomingMessage, response: ServerResponse): void {
		const { limits } = this.#options;
		const { method = "", url = "/", headers, socket } = request;
		const connection = this.#connections.get(socket)!;
		const now = Date.now();
		connection.requests++;
		connection.until = Math.min(now + limits.turnTime, connection.startedAt + limits.connectionTime);
		if (!this.#clients.mayAsk(connection.visitor, now)) {
			refuse(response, 429, "Too many requests from this address; try again in a second.\n", "Retry-After", "1");
		} else if (method !== "GET" && method !== "HEAD") {
			refuse(response, 405, "This is a résumé to be read: GET and HEAD are answered.\n", "Allow", "GET, HEAD");
		} else if (url.length > limits.target) {
			refuse(response, 414, "The address is too long.\n");
		} else {
			// Nothing here takes a body, and what isn't read can't be distinguished from the next request.
			const hasBody = headers["content-length"] !== undefined || headers["transfer-encoding"] !== undefined;
			const isLast = this.#isClosing || hasBody;
			connection.asking!.ask(() => {
				const answer = this.#sites.answer(url, headers);
				return answer instanceof Promise
					? answer.then((found) => send(response, found, isLast)).catch((error) => this.#fail(response, error))
					: send(response, answer, isLast);
			});
		}
	}

	/** An internal error ends its own request, and nothing else. */
	#fail(response: ServerResponse, error: unknown): void {
		this.#fault(error);
		if (response.headersSent) {
			response.destroy();
		} else {
			refuse(response, 500, "Internal error.\n");
		}
	}

	#fault(error: unknown): void {
		const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
		this.#options.log.write({ event: "fault", error: text });
	}

	#sweep(): void {
		const now = Date.now();
		for (const connection of this.#connections.values()) {
			if (now > connection.until) {
				drop(connection, "time");
			}
		}

		this.#clients.sweep(now);
	}

	#closed(connection: Connection): void {
		this.#connections.delete(connection.socket);
		this.#waiting.delete(connection);
		if (connection.asking !== undefined) {
			connection.asking.close();
			this.#clients.leave(connection.visitor);
		}

		const entry = logEntry(connection);
		if (entry) {
			this.#options.log.write(entry);
		}
	}

	#listen(): Promise<void> {
		const { host, port } = this.#options;
		return new Promise((resolve, reject) => {
			this.#listener.once("error", (error) => reject(cannotListen(error, host, port, "--http")));
			this.#listener.listen(port, host, () => {
				this.#listener.removeAllListeners("error");
				// No descriptors left, for one: those who are here stay.
				this.#listener.on("error", (error) => this.#fault(error));
				resolve();
			});
		});
	}
}
