import assert from "node:assert/strict";
import { test } from "node:test";
import { Asking } from "../../source/http/asking.ts";
import { monotonic } from "../../source/ssh/monotonic.ts";
import { Turns, usageAt } from "../../source/ssh/turns.ts";
import { until } from "../ssh/until.ts";

const fail = (error: unknown): never => {
	throw error;
};
const newTurns = () => new Turns({ capacity: 1e9, perSecond: 1e9, debt: 0 }, fail);

/** Uses the processor for so many milliseconds. */
function burn(milliseconds: number): void {
	const end = performance.now() + milliseconds;
	while (performance.now() < end) {
		// Busy.
	}
}

test("however many ask over HTTP, a visitor over SSH waits for one answer at most", async () => {
	const turns = newTurns();
	let answered = 0;
	let seen: number | undefined;
	const work = () => {
		seen = answered;
		return false;
	};
	const visitor = { account: turns.enter("visitor"), isInside: true, work };
	for (let count = 0; count < 50; count++) {
		new Asking(turns, `address ${count}`).ask(async () => {
			await undefined;
			answered++;
			if (answered === 1) {
				turns.ask(visitor);
			}
		});
	}

	await until(
		() => answered === 50,
		() => `all answers, not ${answered}`,
	);
	assert.ok(seen === 1 || seen === 2, `${seen}`);
});

test("the requests of a connection are answered one after the other, at its address's expense, until it closes", async () => {
	const turns = newTurns();
	const asking = new Asking(turns, "address");
	const order: string[] = [];
	for (const name of ["first", "second"]) {
		asking.ask(async () => {
			order.push(`${name} begins`);
			await undefined;
			burn(2);
			order.push(`${name} ends`);
		});
	}

	asking.ask(() => {
		order.push("third");
		asking.close();
	});
	asking.ask(() => fail(new Error("the connection is closed")));
	await until(
		() => order.includes("third"),
		() => `all of them, not ${order}`,
	);
	assert.deepEqual(order, ["first begins", "first ends", "second begins", "second ends", "third"]);
	const used = usageAt(asking.account, monotonic());
	assert.ok(used > 3, `${used}`);
	assert.equal(asking.account.members, 0);
});
