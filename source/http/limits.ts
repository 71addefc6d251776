import type { Rate } from "../ssh/limits.ts";

/**
 * What one client may take from all others: every bound of the HTTP server, in one place. Times are milliseconds, sizes
 * bytes. Tests replace any of them.
 */
export type HttpLimits = {
	/** Connections at once; above it one of them is dropped: see `Waiting`. */
	connections: number;
	/** The same from one address, a /64 for IPv6. A lecture hall may be one address. */
	connectionsPerAddress: number;
	/** New connections from one address. */
	connects: Rate;
	/** Requests from one address; what is over it is answered with 429. */
	requests: Rate;
	/** All headers of a request. */
	headers: number;
	/** The path and query of a request, in characters. */
	target: number;
	/** From the connection, or from a request, to the next request's headers, the answer taken. */
	turnTime: number;
	/** The longest that a connection may be used. */
	connectionTime: number;
	/** How often the times are looked at. */
	sweep: number;
	/** From SIGTERM to the last connection closed by force. */
	shutdown: number;
};

export const HTTP_LIMITS: HttpLimits = {
	connections: 1000,
	connectionsPerAddress: 200,
	connects: { capacity: 300, perSecond: 50, debt: 0 },
	requests: { capacity: 600, perSecond: 100, debt: 0 },
	headers: 8 * 1024,
	target: 512,
	turnTime: 15_000,
	connectionTime: 60 * 60_000,
	sweep: 500,
	shutdown: 700,
};

/** Each worker's part of them, so that they hold for all workers together: connections are handed out in turn. */
export function shareOf(limits: HttpLimits, workers: number): HttpLimits {
	const part = ({ capacity, perSecond, debt }: Rate): Rate => ({
		capacity: Math.ceil(capacity / workers),
		perSecond: perSecond / workers,
		debt: debt / workers,
	});
	return {
		...limits,
		connections: Math.ceil(limits.connections / workers),
		connectionsPerAddress: Math.ceil(limits.connectionsPerAddress / workers),
		connects: part(limits.connects),
		requests: part(limits.requests),
	};
}
