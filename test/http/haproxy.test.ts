import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { loadSample } from "../helpers/sample.ts";
import { balance } from "../ssh/haproxy.ts";
import { withoutHaproxy } from "../ssh/openssh.ts";
import { until } from "../ssh/until.ts";
import { curl, serveHttp } from "./client.ts";

const { resume } = await loadSample();

test("behind HAProxy the page has TLS, and each visitor's own address is logged", {
	skip: withoutHaproxy,
}, async () => {
	const behind = ["--proxy-protocol", "--trust-proxy", "127.0.0.1"];
	await using one = await serveHttp(behind);
	await using two = await serveHttp(behind, path.join(one.folder, "key"));
	await using balancer = await balance([one, two]);
	const isUp = async () => /(?:.* 2 0 .*\n){2}/.test(await balancer.command("show servers state page"));
	for (let isReady = await isUp(); !isReady; isReady = await isUp()) {}

	const url = `https://localhost:${balancer.https}/`;
	const tls = ["--cacert", balancer.certificate, "--resolve", `localhost:${balancer.https}:127.0.0.1`];
	const addresses = Array.from({ length: 6 }, (_, index) => `127.0.3.${index + 1}`);
	for (const address of addresses) {
		const page = await curl(...tls, "--include", "--http2", "--interface", address, "-A", "Mozilla/5.0", url, url);
		assert.match(page, /^HTTP\/2 200/);
		assert.match(page, /^strict-transport-security: max-age=\d+\r$/m);
		assert.ok(page.includes(`<h1 class="p-name">${resume.person.name}</h1>`));
	}

	const plain = await curl("--include", `http://127.0.0.1:${balancer.http}/card`);
	assert.match(plain, /^HTTP\/1\.1 301 [\s\S]*location: https:\/\/127\.0\.0\.1:\d+\/card\r$/m);
	one.kill("SIGTERM");
	two.kill("SIGTERM");
	await Promise.all([one.exited(), two.exited()]);
	await until(
		() => one.lines().length + two.lines().length >= addresses.length,
		() => "a line for each connection",
	);
	const logged = [...one.lines(), ...two.lines()].filter(({ event }) => event === "http").map(({ address }) => address);
	assert.deepEqual([...new Set(logged)].sort(), addresses);
});

test("a PROXY header from anyone else is refused", { skip: withoutHaproxy }, async () => {
	await using serving = await serveHttp(["--proxy-protocol", "--trust-proxy", "10.9.8.7"]);
	await assert.rejects(curl(serving.url));
	await assert.rejects(curl("--haproxy-protocol", serving.url));
	await until(
		() => serving.lines().filter(({ ended }) => ended === "untrusted-proxy").length === 2,
		() => "two refusals",
	);
});

test("a trusted balancer's header counts, and a client without one isn't heard", { skip: withoutHaproxy }, async () => {
	await using serving = await serveHttp(["--proxy-protocol", "--trust-proxy", "127.0.0.1"]);
	assert.match(await curl("--haproxy-protocol", `${serving.url}/card.vcf`), /^BEGIN:VCARD/);
	await assert.rejects(curl(serving.url));
	await until(
		() => serving.lines().some(({ ended }) => ended === "proxy-header"),
		() => "the refusal",
	);
});
