// Runs every test file under test/ with node:test; arguments narrow the run to paths that contain one of them.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import process from "node:process";

const wanted = process.argv.slice(2);
const files = readdirSync(import.meta.dirname, { recursive: true })
	.filter((file) => /\.test\.tsx?$/.test(file) && (wanted.length === 0 || wanted.some((part) => file.includes(part))))
	.map((file) => path.join(import.meta.dirname, file))
	.sort();
const { status } = spawnSync(process.execPath, ["--import", "tsx", "--test", ...files], { stdio: "inherit" });
process.exit(status ?? 1);
