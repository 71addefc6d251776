// @ts-check
// npm run types: writes dist/index.d.ts, the declarations of source/index.ts and of what it refers to.
import path from "node:path";
import { rolldown } from "rolldown";
import { dts } from "rolldown-plugin-dts";
import { root } from "./evaluate.mjs";

const declarations = dts({
	cwd: root,
	dtsOnly: true,
	// That TypeScript 7.1 will be asked for one day.
	logger: { ...console, info() {}, warn() {} },
});
const bundle = await rolldown({ cwd: root, input: "source/index.ts", plugins: [declarations] });
await bundle.write({ dir: path.join(root, "dist") });
