// Loaded before the tests by test/run.mjs --fast: a property is tried for a moment, and not as often as its test says.
import { configureGlobal } from "fast-check";

configureGlobal({ interruptAfterTimeLimit: 500, markInterruptAsFailure: false });
