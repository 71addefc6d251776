import assert from "node:assert/strict";
import { isIP } from "node:net";
import { test } from "node:test";
import fc from "fast-check";
import ipaddr from "ipaddr.js";
import { isWithin, parseRange, visitorOf } from "../../source/ssh/addresses.ts";

const mapped = fc.ipV4().map((address) => `::ffff:${address}`);
const group = fc.constantFrom("0", "1", "db8", "FFFF", "0a0");
// "::1.2.3.4" isn't an IPv4 address since RFC 4291 §2.5.5.1; ipaddr.js takes it for one.
const isDeprecated = (address: string) => /^::\d+\.\d/.test(address);
const ipV6 = fc.ipV6().filter((address) => !isDeprecated(address));
const addresses = fc.oneof(
	fc.ipV4(),
	ipV6,
	mapped,
	mapped.map((address) => ipaddr.parse(address).toNormalizedString()),
	fc.array(group, { minLength: 8, maxLength: 8 }).map((groups) => groups.join(":")),
	ipV6.map((address) => `${address}%eth0`),
	fc.constantFrom("::", "::1", "1::", "fe80::1", "2001:db8::", "::ffff:0:0", "64:ff9b::192.0.2.1", "", "x"),
);

const parse = (address: string) => ipaddr.process(address.replace(/%.*$/, ""));

test("an address counts for whom ipaddr.js says it does", () => {
	fc.assert(
		fc.property(addresses, (address) => {
			const visitor = visitorOf(address);
			if (isIP(address) === 0) {
				assert.equal(visitor, "unknown");
				return;
			}

			const parsed = parse(address);
			const network =
				parsed instanceof ipaddr.IPv6
					? ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toNormalizedString()}/64`)
					: parsed;
			assert.equal(ipaddr.parse(visitor.replace("/64", "")).toString(), network.toString());
			assert.equal(visitor.endsWith("/64"), parsed instanceof ipaddr.IPv6);
		}),
	);
});

test("a range has the addresses that ipaddr.js says it has", () => {
	const ranges = fc
		.oneof(fc.ipV4(), ipV6, mapped)
		.chain((address) => fc.tuple(fc.constant(address), fc.nat(isIP(address) === 4 ? 32 : 128)));
	fc.assert(
		fc.property(ranges, addresses, fc.boolean(), ([network, bits], other, isSame) => {
			const address = isSame ? network : other;
			const [range, length] = ipaddr.parseCIDR(`${network}/${bits}`);
			const isInside =
				isIP(address) !== 0 && parse(address).kind() === range.kind() && parse(address).match(range, length);
			assert.equal(isWithin(address, [parseRange(`${network}/${bits}`)]), isInside);
			const isEqual = isIP(address) !== 0 && parse(address).toString() === parse(network).toString();
			assert.equal(isWithin(address, [parseRange(network)]), isEqual);
		}),
	);
});

test("what isn't a network is refused", () => {
	for (const text of [
		"10.0.0.0/",
		"10.0.0.0/33",
		"::/129",
		"10.0.0.0/-1",
		"10.0.0.0/8/8",
		"10.1",
		"010.0.0.1",
		"[::1]",
	]) {
		assert.throws(() => parseRange(text), { name: "UserError" }, text);
	}
});
