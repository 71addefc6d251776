import type { Resume } from "../../resume/model.ts";
import type { Answers } from "../answers.ts";
import { licenses } from "./license.ts";

/** A README for the visitor first, as npm shows it, and then for the owner. */
export const readmeFile = ({ packageName, license }: Answers, { person }: Resume, source: string): string =>
	`# ${escaped(person.name)}

${person.role === undefined ? "" : `${escaped(person.role)}\n\n`}My résumé, in a terminal with [Node.js](https://nodejs.org) 20 or newer:

\`\`\`sh
npx ${packageName}
\`\`\`

![The first screen: the sections, and what is in them](picture.svg)

Arrows and Enter move, \`/\` searches, \`?\` lists the keys, \`q\` leaves. \`npx ${packageName} | less\` prints it,
\`npx ${packageName} --help\` lists the rest.

## To change it

Edit [\`${source}\`](${source}), then:

\`\`\`sh
npm install
npm start          # opens it, and follows the file as you edit
npm test           # reports what is wrong, left over from the starter, or private but written elsewhere too
npm run print      # prints it; npm run print -- -o cv.pdf writes a file
npm version minor
npm publish
\`\`\`

\`npm update\` brings a newer engine, which the next publish carries. \`git push --follow-tags\` publishes from GitHub: make
the package a [trusted publisher](https://docs.npmjs.com/trusted-publishers) of \`.github/workflows/publish.yml\` once.

No published version has what \`meta.private\` lists, but this folder does: anyone who can read a public repository
can read it there.
${license === "none" ? "" : `\n## Licence\n\n[${licenses[license].spdx}](LICENSE)\n`}`;

/** A text of the résumé in Markdown. */
const escaped = (text: string) => text.replace(/[\\`*_{}[\]<>#|]/g, "\\$&");
