/** Milliseconds of a clock that nobody sets. In the bundle `performance.now()` is `Date.now()`: see build/program.mjs. */
export const monotonic = (): number => Number(process.hrtime.bigint()) / 1e6;
