import ipaddr from "ipaddr.js";
import { UserError } from "../errors.ts";
import { quote } from "../resume/quote.ts";
import type { Limits } from "./limits.ts";

/** An address range, as `ipaddr.match` takes it. */
export type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

/**
 * Whom an address counts for: an IPv4 address is itself, also where it is written as IPv6; of an IPv6 address the
 * first 64 bits, since a single customer is given that many (RFC 6177).
 */
export function visitorOf(address: string): string {
	if (!ipaddr.isValid(address)) {
		return "unknown";
	}

	const parsed = ipaddr.process(withoutZone(address));
	return parsed instanceof ipaddr.IPv6
		? `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toNormalizedString()}/64`).toString()}/64`
		: parsed.toString();
}

/**
 * "10.0.0.0/8" or one address.
 * @throws {UserError} where it is neither.
 */
export function parseRange(text: string): Range {
	try {
		if (text.includes("/")) {
			const [address, bits] = ipaddr.parseCIDR(text);
			return [address, bits];
		}

		const address = ipaddr.process(text);
		return [address, address.kind() === "ipv6" ? 128 : 32];
	} catch {
		throw new UserError(
			`--trust-proxy ${quote(text)} is no address; give one such as "10.0.0.7", or a range such as "10.0.0.0/8"`,
		);
	}
}

export function isWithin(address: string, ranges: readonly Range[]): boolean {
	if (!ipaddr.isValid(address)) {
		return false;
	}

	const parsed = ipaddr.process(withoutZone(address));
	return ranges.some(([network, bits]) => network.kind() === parsed.kind() && parsed.match(network, bits));
}

const withoutZone = (address: string) => address.replace(/%.*$/, "");

const SECOND = 1000;

/** What each visitor takes at the moment. */
export class Visitors {
	readonly #limits: Pick<Limits, "connectionsPerAddress" | "sessionsPerAddress">;
	/** When each visitor's connections of the last second were made; who connected last stands last. */
	readonly #connections = new Map<string, number[]>();
	readonly #sessions = new Map<string, number>();

	constructor(limits: Pick<Limits, "connectionsPerAddress" | "sessionsPerAddress">) {
		this.#limits = limits;
	}

	/** Counts a connection at `now`, in milliseconds; false, and not counted, where there were too many in a second. */
	mayConnect(visitor: string, now: number): boolean {
		this.#forget(now);
		const times = (this.#connections.get(visitor) ?? []).filter((time) => now - time < SECOND);
		if (times.length >= this.#limits.connectionsPerAddress) {
			return false;
		}

		this.#connections.delete(visitor);
		this.#connections.set(visitor, [...times, now]);
		return true;
	}

	/** Counts a session; false where the visitor has too many. What it returns true for must be given to `leave`. */
	enter(visitor: string): boolean {
		const count = this.#sessions.get(visitor) ?? 0;
		if (count >= this.#limits.sessionsPerAddress) {
			return false;
		}

		this.#sessions.set(visitor, count + 1);
		return true;
	}

	leave(visitor: string): void {
		const count = (this.#sessions.get(visitor) ?? 0) - 1;
		if (count > 0) {
			this.#sessions.set(visitor, count);
		} else {
			this.#sessions.delete(visitor);
		}
	}

	/** How many visitors' connections are remembered. */
	get size(): number {
		return this.#connections.size;
	}

	#forget(now: number): void {
		for (const [visitor, times] of this.#connections) {
			if (now - times.at(-1)! < SECOND) {
				return;
			}

			this.#connections.delete(visitor);
		}
	}
}
