// npm run picture: draws the README's picture of the program, docs/screen.svg, from the program as it runs in a terminal.
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { loadFile } from "../source/resume/load.ts";
import { openProgram } from "../test/helpers/program.ts";
import { ownFile } from "../test/helpers/sample.ts";
import { screenSvg } from "./screen-svg.ts";

const size = { columns: 104, rows: 24 };
const file = path.resolve(import.meta.dirname, "../docs/screen.svg");

await using terminal = openProgram([], size);
await terminal.waitFor("❯");
// The section with the most entries has the most to see.
const { sections } = (await loadFile(ownFile)).resume;
const most = Math.max(...sections.map(({ entries }) => entries.length));
const index = sections.findIndex(({ entries }) => entries.length === most);
terminal.press(...Array.from({ length: index }, () => "Down"));
await terminal.waitFor(`❯ ${sections[index]!.title.slice(0, 10)}`);
await mkdir(path.dirname(file), { recursive: true });
await writeFile(file, screenSvg(terminal.cells(), size, "zhen-zhang in a terminal"));
process.stdout.write(`${path.relative(process.cwd(), file)}\n`);
