#!/usr/bin/env node
import process from "node:process";
import { parseCall } from "./source/call/parse.ts";
import { report } from "./source/cli/report.ts";
import { run } from "./source/cli/run.ts";

// The only place that exits. It does so at once: what Ink leaves running would hold the process.
parseCall(process.argv.slice(2))
	.then(run)
	.catch(report)
	.then((exitCode) => process.exit(exitCode));
