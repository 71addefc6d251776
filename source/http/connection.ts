import type { Socket } from "node:net";
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
	/** The key of `Clients` that it is counted for; undefined until it is. */
	visitor?: string;
	/** Its requests; undefined until it is counted. */
	asking?: Asking;
	startedAt: number;
	/** When it's closed if nothing has changed by then. */
	until: number;
	requests: number;
	end?: End;
	/** A balancer's health check isn't logged. */
	isCheck: boolean;
};

/** @param turnTime how many milliseconds it has for its first request. */
export function newConnection(socket: Socket, turnTime: number): Connection {
	const now = Date.now();
	return {
		socket,
		address: socket.remoteAddress ?? "unknown",
		startedAt: now,
		until: now + turnTime,
		requests: 0,
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
