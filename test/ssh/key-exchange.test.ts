import assert from "node:assert/strict";
import { createHash, createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync } from "node:crypto";
import { test } from "node:test";
import { shake128 } from "@noble/hashes/sha3.js";
import { ml_kem768 } from "@noble/post-quantum/ml-kem.js";
import { agree, mpint, rawKey, respond, x25519 } from "../../source/ssh/key-exchange.ts";

const hex = (text: string) => Buffer.from(text, "hex");
const sha256 = (...parts: Uint8Array[]) => createHash("sha256").update(Buffer.concat(parts)).digest("hex");

// RFC 7748 §6.1: two private keys, their public keys, and the secret that both sides come to.
const alice = {
	secret: hex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"),
	public: hex("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a"),
};
const bob = {
	secret: hex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb"),
	public: hex("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f"),
};
const agreed = hex("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");

/** A raw X25519 private key as PKCS #8 (RFC 8410). */
function keyPairOf({ secret }: { secret: Buffer }) {
	const der = Buffer.concat([hex("302e020100300506032b656e04220420"), secret]);
	const privateKey = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
	return { privateKey, publicKey: createPublicKey(privateKey) };
}

test("X25519 keys are read and written as RFC 7748 has them", () => {
	assert.deepEqual(rawKey(keyPairOf(alice).publicKey), alice.public);
	assert.deepEqual(rawKey(x25519(bob.public)), bob.public);
	assert.deepEqual(diffieHellman({ privateKey: keyPairOf(alice).privateKey, publicKey: x25519(bob.public) }), agreed);
});

// The accumulated vectors of C2SP's CCTV (https://c2sp.org/CCTV/ML-KEM), as Go's crypto/mlkem has them for the final
// FIPS 203: keys, ciphertexts, secrets and the secrets of random ciphertexts, all drawn from one SHAKE-128 stream.
test("a hundred exchanges give the published ML-KEM-768 values, and their secrets are hashed with that of X25519", () => {
	const stream = shake128.create({ dkLen: 100 * (64 + 32 + 1088) });
	const seen = shake128.create({ dkLen: 32 });
	for (let round = 0; round < 100; round++) {
		const { publicKey, secretKey } = ml_kem768.keygen(stream.xof(64));
		const message = stream.xof(32);
		const { reply, secret } = respond(Buffer.concat([publicKey, alice.public]), { message, keyPair: keyPairOf(bob) });
		assert.equal(reply.length, 1088 + 32);
		const cipherText = reply.subarray(0, 1088);
		const kemSecret = ml_kem768.decapsulate(cipherText, secretKey);
		assert.deepEqual(reply.subarray(1088), bob.public);
		assert.equal(secret.toString("hex"), sha256(kemSecret, agreed));
		seen
			.update(publicKey)
			.update(cipherText)
			.update(kemSecret)
			.update(ml_kem768.decapsulate(stream.xof(1088), secretKey));
	}

	assert.equal(
		Buffer.from(seen.digest()).toString("hex"),
		"1114b1b6699ed191734fa339376afa7e285c9e6acf6ff0177d346696ce564415",
	);
});

test("each exchange has a ciphertext and a key of its own", () => {
	const init = Buffer.concat([ml_kem768.keygen().publicKey, rawKey(generateKeyPairSync("x25519").publicKey)]);
	const [one, other] = [respond(init), respond(init)];
	assert.notDeepEqual(one.secret, other.secret);
	assert.notDeepEqual(one.reply.subarray(0, 1088), other.reply.subarray(0, 1088));
	assert.notDeepEqual(one.reply.subarray(1088), other.reply.subarray(1088));
});

test("what isn't a pair of keys is refused", () => {
	const { publicKey } = ml_kem768.keygen();
	const whole = Buffer.concat([publicKey, alice.public]);
	assert.throws(() => respond(whole.subarray(1)), /1215 bytes/);
	assert.throws(() => respond(Buffer.concat([whole, Buffer.alloc(1)])), /1217 bytes/);
	assert.throws(() => respond(Buffer.alloc(0)), /0 bytes/);
	// FIPS 203 §7.2: a coefficient of 4095 is not reduced.
	assert.throws(() => respond(Buffer.concat([Buffer.alloc(1184, 0xff), alice.public])));
	// A point of small order gives a secret of zeros.
	assert.throws(() => respond(Buffer.concat([publicKey, Buffer.alloc(32)])));
});

test("both sides of curve25519-sha256 come to one secret, written as a number", () => {
	const { publicKey, privateKey } = generateKeyPairSync("x25519");
	const { reply, secret } = agree(rawKey(publicKey));
	assert.deepEqual(secret, mpint(diffieHellman({ privateKey, publicKey: x25519(reply) })));
	for (const wrong of [Buffer.alloc(0), Buffer.alloc(31, 1), Buffer.alloc(33, 1), Buffer.alloc(32)]) {
		assert.throws(() => agree(wrong), `${wrong.length} bytes`);
	}

	// RFC 4251 §5: no leading zeros, but one before a first bit that would make it negative.
	assert.deepEqual(mpint(hex("0000007f01")), hex("7f01"));
	assert.deepEqual(mpint(hex("00008001")), hex("008001"));
	assert.deepEqual(mpint(hex("ff")), hex("00ff"));
	assert.deepEqual(mpint(hex("0000")), hex(""));
});
