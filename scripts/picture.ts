// npm run picture: draws the README's pictures, docs/home-*.svg, from the résumé in data/.
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { ownResume } from "../build/own-resume.mjs";
import { homePicture } from "../source/new/picture.ts";
import { loadFile } from "../source/resume/load.ts";

const root = path.resolve(import.meta.dirname, "..");
const folder = path.join(root, "docs");
const sizes = [
	{ columns: 80, rows: 24 },
	{ columns: 120, rows: 40 },
];
const { resume } = await loadFile(ownResume());
await mkdir(folder, { recursive: true });
for (const size of sizes) {
	for (const background of ["light", "dark"] as const) {
		const name = `home-${size.columns}x${size.rows}-${background}.svg`;
		await writeFile(path.join(folder, name), homePicture(resume, size, background));
		process.stdout.write(`docs/${name}\n`);
	}
}
