import type { Socket } from "node:net";
import { isWithin, type Range } from "./addresses.ts";
import { readProxyHeader } from "./proxy-protocol.ts";

/** A connection that a balancer may have opened for someone else. */
type Balanced = {
	socket: Socket;
	/** Set to the address of the one behind the balancer. */
	address: string;
	/** It may be the balancer's own, a health check: no visitor's address came. */
	isCheck: boolean;
};

/**
 * Whether the balancer said whose connection it is, or that it's its own.
 * @param proxies whose word is taken.
 * @param drop ends the connection, and gets the reason.
 */
export async function readAddress(
	connection: Balanced,
	proxies: readonly Range[],
	drop: (reason: "check" | "untrusted-proxy" | "proxy-header") => void,
): Promise<boolean> {
	const { socket } = connection;
	if (!isWithin(socket.remoteAddress ?? "", proxies)) {
		// A health check may be over before it's looked at, and then it has no address any more.
		connection.isCheck = socket.remoteAddress === undefined;
		drop(connection.isCheck ? "check" : "untrusted-proxy");
		return false;
	}

	connection.isCheck = true;
	try {
		const header = await readProxyHeader(socket);
		if (header.kind === "proxied") {
			connection.address = header.address;
			connection.isCheck = false;
		}

		return !socket.destroyed;
	} catch {
		drop("proxy-header");
		return false;
	}
}
