import assert from "node:assert/strict";
import test from "node:test";
import { createStore } from "../../../source/ui/state/store.ts";
import { stateOf } from "../../helpers/resumes.ts";

test("Actions count at once; those who watch are told once for all of the same turn", async () => {
	const store = createStore(stateOf());
	let told = 0;
	const stop = store.subscribe(() => told++);
	for (let press = 0; press < 3; press++) {
		store.dispatch({ type: "verb", verb: "down" });
	}

	assert.deepEqual(store.get().layers, [{ name: "home", index: 3 }]);
	assert.equal(told, 0);
	await Promise.resolve();
	assert.equal(told, 1);
	stop();
	store.dispatch({ type: "verb", verb: "up" });
	await Promise.resolve();
	assert.equal(told, 1);
});

test("Two stores know nothing of each other", () => {
	const [one, other] = [createStore(stateOf()), createStore(stateOf())];
	one.dispatch({ type: "verb", verb: "down" });
	assert.deepEqual(other.get().layers, [{ name: "home", index: 0 }]);
});
