import { BlockList, isIP, SocketAddress } from "node:net";
import { UserError } from "../errors.ts";
import { quote } from "../resume/quote.ts";

type Kind = "ipv4" | "ipv6";

/** The addresses of one network. */
export type Range = { kind: Kind; addresses: BlockList };

/**
 * Whom an address counts for: an IPv4 address is itself, even if it's written as IPv6; of an IPv6 address the
 * first 64 bits, since a single customer is given that many (RFC 6177).
 */
export function visitorOf(address: string): string {
	const parsed = parseAddress(address);
	if (!parsed) {
		return "unknown";
	}

	return parsed.kind === "ipv4" ? parsed.text : `${groups(parsed.text).slice(0, 4).join(":")}::/64`;
}

/** The eight groups of an IPv6 address as Node.js writes it, "2001:db8::1"; of an IPv4 address at its end only the place. */
function groups(text: string): string[] {
	const [head = [], tail = []] = text
		.replace(/[\d.]*\.\d+$/, "0:0")
		.split("::")
		.map((half) => half.split(":").filter((group) => group !== ""));
	return [...head, ...Array(8 - head.length - tail.length).fill("0"), ...tail];
}

/**
 * "10.0.0.0/8" or one address.
 * @throws {UserError} if it is neither.
 */
export function parseRange(text: string): Range {
	const [, network = "", bits] = /^([^/]*)(?:\/(\d+))?$/.exec(text) ?? [];
	try {
		const { kind, text: address } = bits === undefined ? parseAddress(network)! : asWritten(network)!;
		const addresses = new BlockList();
		addresses.addSubnet(address, Number(bits ?? (kind === "ipv4" ? 32 : 128)), kind);
		return { kind, addresses };
	} catch {
		throw new UserError(
			`--trust-proxy ${quote(text)} isn't an address; use one such as "10.0.0.7", or a range such as "10.0.0.0/8"`,
		);
	}
}

export function isWithin(address: string, ranges: readonly Range[]): boolean {
	const parsed = parseAddress(address);
	return (
		parsed !== undefined &&
		ranges.some(({ kind, addresses }) => kind === parsed.kind && addresses.check(parsed.text, kind))
	);
}

type Address = { kind: Kind; text: string };

/** An address without its zone, "%eth0"; an IPv4 address that is written as IPv6, "::ffff:10.0.0.7", as what it is. */
function parseAddress(address: string): Address | undefined {
	const written = asWritten(address);
	const [, mapped] = /^::ffff:([\d.]+)$/.exec(written?.text ?? "") ?? [];
	return mapped === undefined ? written : { kind: "ipv4", text: mapped };
}

function asWritten(address: string): Address | undefined {
	const text = address.replace(/%.*$/, "");
	switch (isIP(text)) {
		case 4:
			return { kind: "ipv4", text };
		case 6:
			return { kind: "ipv6", text: new SocketAddress({ address: text, family: "ipv6" }).address };
		default:
			return undefined;
	}
}
