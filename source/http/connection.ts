import type { Socket } from "node:net";
import { visitorOf } from "../ssh/addresses.ts";
import type { Asking } from "./asking.ts";

/** Why a connection ended. */
type End =
	| "closed"
	| "check"
	| "time"
	| "crowded"
	| "connections-per-address"
	| "untrusted-proxy"
	| "proxy-header"
	| "shutdown";

/** A connection, from when it is accepted. Times are in milliseconds since the epoch. */
export type Connection = {
	socket: Socket;
	address: string;
	/** Whom it counts for; see `visitorOf`. */
	visitor: string;
	/** Its requests; undefined until it is counted. */
	asking?: Asking;
	startedAt: number;
	/** When it's closed if nothing has changed by then. */
	until: number;
	requests: number;
	/** How far it has come, for `Waiting`: whether it has asked. */
	readonly progress: number;
	end?: End;
	/** A balancer's health check isn't logged. */
	isCheck: boolean;
};

/** @param turnTime how many milliseconds it has for its first request. */
export function newConnection(socket: Socket, turnTime: number): Connection {
	const now = Date.now();
	const address = socket.remoteAddress ?? "unknown";
	return {
		socket,
		address,
		visitor: visitorOf(address),
		startedAt: now,
		until: now + turnTime,
		requests: 0,
		get progress() {
			return Math.min(this.requests, 1);
		},
		isCheck: false,
	};
}

/** Ends a connection at once; the first reason is the one that is logged. */
export function drop(connection: Connection, end: End): void {
	connection.end ??= end;
	connection.socket.destroy();
}

/** What the log says of a connection that has ended; undefined of a balancer's health check. */
export function logEntry({ address, startedAt, requests, end = "closed", isCheck }: Connection) {
	const seconds = (Date.now() - startedAt) / 1000;
	return end === "check" || (isCheck && end === "closed")
		? undefined
		: { event: "http", address, seconds, requests, ended: end };
}
