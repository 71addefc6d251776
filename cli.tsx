#!/usr/bin/env node
import manifest from "./package.json" with { type: "json" };
import { run } from "./source/index.ts";
import { embeddedResume } from "./source/resume/embedded.ts";

const { name, version } = manifest;
run({ ...manifest, schema: `https://unpkg.com/${name}@${version}/schema.json`, resume: embeddedResume });
