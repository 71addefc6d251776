#!/usr/bin/env node
import process from "node:process";
import { parseCall } from "./source/cli/parse.ts";
import { report } from "./source/cli/report.ts";
import { run } from "./source/cli/run.ts";

// The only place that exits.
parseCall(process.argv.slice(2))
	.then(run)
	.catch(report)
	.then((exitCode) => {
		process.exitCode = exitCode;
	});
