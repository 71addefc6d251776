import assert from "node:assert/strict";
import { test } from "node:test";
import { type Account, Turns, type Worker } from "../../source/ssh/turns.ts";
import { until } from "./until.ts";

const plenty = { capacity: 1e9, perSecond: 1e9, debt: 0 };

const fail = (error: unknown): never => {
	throw error;
};

/** Uses the processor for so many milliseconds. */
function burn(milliseconds: number): void {
	const end = performance.now() + milliseconds;
	while (performance.now() < end) {
		// Busy.
	}
}

const worker = (account: Account, isInside: boolean, work: () => boolean): Worker => ({ account, isInside, work });

test("who has used less goes first, however much others ask", async () => {
	const turns = new Turns(plenty, fail);
	const [heavy, light] = [turns.enter("heavy"), turns.enter("light")];
	turns.charge(heavy, 1000);
	turns.charge(light, 500);
	const order: string[] = [];
	for (let count = 0; count < 10; count++) {
		let left = 3;
		turns.ask(
			worker(heavy, true, () => {
				burn(2);
				order.push("heavy");
				left--;
				return left > 0;
			}),
		);
	}

	await until(
		() => order.length > 2,
		() => "the first turns",
	);
	turns.ask(
		worker(light, true, () => {
			order.push("light");
			return false;
		}),
	);
	const before = order.length;
	await until(
		() => order.includes("light"),
		() => "the light one",
	);
	assert.ok(order.indexOf("light") <= before, `${order}`);
	await until(
		() => order.length === 31,
		() => "all turns",
	);
});

test("of those who log in the first who came goes first, not the one who has used least", async () => {
	const turns = new Turns(plenty, fail);
	const accounts = ["first", "second", "third"].map((name) => turns.enter(name));
	turns.charge(accounts[0]!, 2);
	turns.charge(accounts[1]!, 1);
	const order: string[] = [];
	for (const account of [...accounts].reverse()) {
		turns.ask(
			worker(account, false, () => {
				order.push(account.name);
				return false;
			}),
		);
	}

	await until(
		() => order.length === 3,
		() => "all turns",
	);
	assert.deepEqual(order, ["first", "second", "third"]);
});

test("a key doesn't wait for those whose turns take long, even if they have used less so far", async () => {
	const turns = new Turns(plenty, fail);
	const order: string[] = [];
	const typist = { ...turns.enter("typist"), turnTime: 0.5 };
	turns.charge(typist, 100);
	for (let count = 0; count < 10; count++) {
		let left = 3;
		// So long that on a slow machine none of them has waited long enough to go first.
		const account = { ...turns.enter(`searches ${count}`), turnTime: 1000 };
		turns.ask(
			worker(account, true, () => {
				burn(8);
				order.push("search");
				left--;
				return left > 0;
			}),
		);
	}

	await until(
		() => order.length >= 3,
		() => "the first searches",
	);
	const before = order.length;
	turns.ask(
		worker(typist, true, () => {
			order.push("key");
			return false;
		}),
	);
	await until(
		() => order.includes("key"),
		() => "the key",
	);
	assert.ok(order.indexOf("key") <= before, `${order}`);
	await until(
		() => order.length === 31,
		() => "all turns",
	);
});

test("visitors and those who knock take turns, however many knock", async () => {
	const turns = new Turns(plenty, fail);
	const order: string[] = [];
	for (let count = 0; count < 50; count++) {
		turns.ask(
			worker(turns.enter(`knocks ${count}`), false, () => {
				order.push("outside");
				return false;
			}),
		);
	}

	const visitor = turns.enter("visitor");
	// It has used more than all who are new.
	turns.charge(visitor, 1000);
	for (let count = 0; count < 5; count++) {
		turns.ask(
			worker(visitor, true, () => {
				order.push("inside");
				return false;
			}),
		);
	}

	await until(
		() => order.length === 55,
		() => "all turns",
	);
	assert.equal(order.slice(0, 10).filter((place) => place === "inside").length, 5, `${order}`);
});

test("an address that has used up its share waits while another is served, and then goes on", async () => {
	const turns = new Turns({ capacity: 20, perSecond: 100, debt: 0 }, fail);
	const [greedy, other] = [turns.enter("greedy"), turns.enter("other")];
	const order: string[] = [];
	const once = (account: Account) =>
		worker(account, true, () => {
			order.push(account.name);
			return false;
		});
	// Far beyond its share: half a second of waiting.
	turns.charge(greedy, 70);
	turns.ask(once(greedy));
	turns.charge(other, 10);
	turns.ask(once(other));
	await until(
		() => order.length === 1,
		() => "the first",
	);
	assert.deepEqual(order, ["other"]);
	turns.charge(other, 5);
	turns.ask(once(other));
	await until(
		() => order.length === 3,
		() => "all three",
	);
	assert.equal(order[2], "greedy");
});

test("an error in a turn is reported, and the next one is given", async () => {
	const errors: unknown[] = [];
	const turns = new Turns(plenty, (error) => errors.push(error));
	let isServed = false;
	turns.ask(
		worker(turns.enter("broken"), true, () => {
			throw new Error("broken");
		}),
	);
	turns.ask(
		worker(turns.enter("other"), true, () => {
			isServed = true;
			return false;
		}),
	);
	await until(
		() => isServed,
		() => "the other",
	);
	assert.match(String(errors[0]), /broken/);
});
