#!/usr/bin/env node
import manifest from "./package.json" with { type: "json" };
import { start } from "./source/cli/start.ts";
import { createProgram } from "./source/program.ts";
import { embeddedResume } from "./source/resume/embedded.ts";

start(createProgram(manifest, embeddedResume));
