// npm run picture: draws the README's picture, docs/screen.svg, of the résumé in data/.
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { homePicture } from "../source/new/picture.ts";
import { loadFile } from "../source/resume/load.ts";

const root = path.resolve(import.meta.dirname, "..");
const file = path.join(root, "docs", "screen.svg");
const { resume } = await loadFile(path.join(root, "data", "resume.json"));
await mkdir(path.dirname(file), { recursive: true });
await writeFile(file, homePicture(resume));
process.stdout.write(`${path.relative(process.cwd(), file)}\n`);
