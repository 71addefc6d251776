import fc from "fast-check";
import { dashed, definitionOf, flagNames } from "../../source/call/flags.ts";

/** One argument of a command line: a flag of the table in one of its forms, a value, or anything. */
export const anyArgument = fc.oneof(
	fc.constantFrom(...flagNames.map((name) => `--${dashed(name)}`)),
	fc.constantFrom(...flagNames.map((name) => `--no-${dashed(name)}`)),
	fc.constantFrom(...flagNames.flatMap((name) => definitionOf(name).alias ?? []).map((alias) => `-${alias}`)),
	fc.constantFrom(
		"true",
		"false",
		"-",
		"--",
		"",
		"-5",
		"-1.5",
		"a=b",
		"'q'",
		'"q"',
		"a b",
		"--x",
		"-x",
		"-pf",
		"research",
	),
	fc.constantFrom(...flagNames.map((name) => `--${dashed(name)}=v`), ...flagNames.map((name) => `--${name}`)),
	fc.string({ unit: "grapheme", maxLength: 6 }),
	fc.string({ unit: fc.constantFrom(..."-=n.o'\"pfrh5 "), maxLength: 6 }),
);
