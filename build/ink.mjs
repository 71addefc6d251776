// What of Ink cannot run here, and is left out: this program's one call of render() (source/ui/mount.tsx) is interactive
// and neither concurrent nor for debugging, asks for no kitty keyboard and leaves the console alone, and no component is
// a <Static>. The edits are of edits.mjs's kind: a build in which one no longer fits fails.

const ink = /[\\/]ink[\\/]build[\\/]ink\.js$/;
const logUpdate = /[\\/]ink[\\/]build[\\/]log-update\.js$/;

/** Facts about that call: the minifiers then take out what would need the contrary. */
const facts = [
	{ file: ink, find: /\bthis\.options\.debug\b/g, times: 8, put: "false" },
	{ file: ink, find: /\bthis\.options\.concurrent\b/g, times: 2, put: "false" },
	{ file: ink, find: "options.concurrent ? ConcurrentRoot : LegacyRoot", times: 1, put: "LegacyRoot" },
	{ file: ink, find: "options.concurrent ?? false", times: 1, put: "false" },
	{ file: ink, find: "this.isConcurrent && this", times: 1, put: "false && this" },
	{ file: ink, find: /\bthis\.interactive\b(?! =)/g, times: 15, put: "true" },
	{ file: ink, find: "const hasStaticOutput = staticOutput !== '';", times: 2, put: "const hasStaticOutput = false;" },
	{ file: ink, find: "if (options.patchConsole) {", times: 1, put: "if (false) {" },
	{ file: ink, find: "        this.initKittyKeyboard();\n", times: 1, put: "" },
	{ file: ink, find: /if \(this\.kitty(?:ProtocolEnabled|Flags)\) \{/g, times: 3, put: "if (false) {" },
	{
		file: logUpdate,
		find: /incremental\n\s+\? createIncremental\(stream, \{ showCursor \}\)\n\s+: createStandard/,
		times: 1,
		put: "createStandard",
	},
];

/** Methods that only those would call. */
const left = [
	{ file: ink, from: "    initKittyKeyboard() {", to: "    beginSuspend() {" },
	{ file: ink, from: "    patchConsole() {", to: "    registerInputControl(" },
];

/** @type {import("./edits.mjs").Edit[]} */
export const inkEdits = [...facts, ...left];
