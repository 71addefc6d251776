import test from "node:test";
import { assertFrame, type Frame } from "../helpers/frames.ts";
import { loadSample } from "../helpers/sample.ts";

/** Whole screens as they are to look; what is not text (colours, links) has tests of its own. */
const frames: Frame[] = [
	{
		screen: "home",
		keys: [],
		frame: `
  Zhen Zhang · BS in Mathematics and Physics   Tsinghua University, P.R. China
  zhen-zha19@mails.tsinghua.edu.cn · +8618630824731
  ────────────────────────────────────────────────────────────────────────────
  ❯ Education                      BS in Mathematics and Physics · 2019–2023
    Publication                    NeurIPS 2022 · Sparse Structure Search for…
    Research Experience         5  University of Calif… · THUNLP ×3 · Student…
    Selected Course Project     2  Paper Reproduction · Slow Electron Velocit…
    Extracurricular Experiences    Small Animal Protection Association · Volu…
  ────────────────────────────────────────────────────────────────────────────
  BS in Mathematics and Physics                 Sep 2019 – Jul 2023 (expected)
  Tsinghua University · Beijing, China
  • Selected awards: Silver Medal in the 35th Chinese Physics Olympiad ·
    Academic Excellence Award in 2021-2022
  • Selected Courses: Foundation of Object-Oriented Programming · Data
    Structures · Discrete Mathematics · Theory of Computer Network · Artifici…
  ────────────────────────────────────────────────────────────────────────────
  2019     2020     2021      2022     2023        as of Jul 2022
  ┼────────┼────────┼─────────┼────────┼─────────
        ━━━━━━━━━━━━━━━━━━━━━━━━━━╌╌╌╌╌╌╌╌╌╌╌      Education
                                  ◆                Publication
                  ━━━━ ━━━━━━━━━━━━━━━━━━━━━━━━━▶  Research Experience
                  ━━━━━━━━━━                       Extracurricular Experiences
  ────────────────────────────────────────────────────────────────────────────
  enter open  / search  t timeline  c card  y copy email  ? help  q quit`,
	},
	{
		screen: "home, further down",
		keys: ["Down", "Down"],
		frame: `
  Zhen Zhang · BS in Mathematics and Physics   Tsinghua University, P.R. China
  zhen-zha19@mails.tsinghua.edu.cn · +8618630824731
  ────────────────────────────────────────────────────────────────────────────
    Education                      BS in Mathematics and Physics · 2019–2023
    Publication                    NeurIPS 2022 · Sparse Structure Search for…
  ❯ Research Experience         5  University of Calif… · THUNLP ×3 · Student…
    Selected Course Project     2  Paper Reproduction · Slow Electron Velocit…
    Extracurricular Experiences    Small Animal Protection Association · Volu…
  ────────────────────────────────────────────────────────────────────────────
  University of California, Santa Cruz                          Jul 2022 – Now
  Tsinghua University · THUNLP
    OpenDelta                                                   Jan 2022 – Now
    Sparse Structure of Parameter-Efficient Tuning (S³PE…  Jan 2022 – Mar 2022
    Pre-trained Models for Natural Language Processing     May 2021 – Jan 2022
  Student Research Training                                Oct 2020 – Feb 2021
  ────────────────────────────────────────────────────────────────────────────
  2019     2020     2021      2022     2023        as of Jul 2022
  ┼────────┼────────┼─────────┼────────┼─────────
        ━━━━━━━━━━━━━━━━━━━━━━━━━━╌╌╌╌╌╌╌╌╌╌╌      Education
                                  ◆                Publication
                  ━━━━ ━━━━━━━━━━━━━━━━━━━━━━━━━▶  Research Experience
                  ━━━━━━━━━━                       Extracurricular Experiences
  ────────────────────────────────────────────────────────────────────────────
  enter open  / search  t timeline  c card  y copy email  ? help  q quit`,
	},
	{
		screen: "a section",
		keys: ["Down", "Down", "Enter"],
		frame: `
  Zhen Zhang › Research Experience                                      1 of 5
  ────────────────────────────────────────────────────────────────────────────
  ❯ University of California, Santa Cruz                        Jul 2022 – Now
    Tsinghua University · THUNLP
      OpenDelta                                                 Jan 2022 – Now
      Sparse Structure of Parameter-Efficient Tuning (S³…  Jan 2022 – Mar 2022
      Pre-trained Models for Natural Language Processing   May 2021 – Jan 2022
    Student Research Training                              Oct 2020 – Feb 2021
  ────────────────────────────────────────────────────────────────────────────
  Summer Internship with Professor Xin Eric Wang                Jul 2022 – Now
  University of California, Santa Cruz · Eric Lab · Online

  • Cross-lingual Transfer Learning of Vision and Language Models.
  • Addressed the multilingual disparity of vision and language foundation
    models such as CLIP
  • Maximized the mutual information between the image and sentences in
    different languages while minimizing multivariate mutual information among
    them.
  • Inserted parameter-efficient modules into the image model of multi-lingual
    CLIP, which are conditional on automatically generated language
    embeddings.

  ────────────────────────────────────────────────────────────────────────────
  ↑↓ move  enter open  esc back  / search  t timeline  y copy  ? help  q quit`,
	},
	{
		screen: "an entry",
		keys: ["Down", "Down", "Enter", "Down", "Enter"],
		frame: `
  Zhen Zhang › Research Experience › 2 of 5
  ────────────────────────────────────────────────────────────────────────────
  Research Assistant to Professor Zhiyuan Liu                   Jan 2022 – Now
  Tsinghua University · THUNLP · Beijing, China

  • Participated in developing a toolkit named OpenDelta, an open-source
    framework for parameter-efficient tuning.
  • Tested emerging models and adapted more Transformer-based models to
    OpenDelta.

  1 OpenDelta  https://github.com/thunlp/OpenDelta











  ────────────────────────────────────────────────────────────────────────────
  esc back  [ ] previous, next  / search  o open link  y copy  ? help  q quit`,
	},
	{
		screen: "the search",
		keys: ["/", "text:graph"],
		frame: `
  Zhen Zhang › Search                                                   1 of 2
  ────────────────────────────────────────────────────────────────────────────
  / graph
  Research Experience › Student Research Training · Oct 2020 – Feb 2021
  ❯ Student Research Training  Combined AutoML with graph machine learning an…
    Student Research Training  … as DARTS and graph neural network algorithm …
  ────────────────────────────────────────────────────────────────────────────
  Research Assistant to Professor Wenwu Zhu                Oct 2020 – Feb 2021
  Tsinghua University · Student Research Training · Beijing, China

  • Combined AutoML with graph machine learning and read papers to design
    workable models.
  • Learned NAS algorithms such as DARTS and graph neural network algorithm
    GCN.








  ────────────────────────────────────────────────────────────────────────────
  ↑↓ move  enter open  esc back  ctrl-c quit`,
	},
	{
		screen: "the timeline",
		keys: ["t"],
		frame: `
  Zhen Zhang › Timeline                                                 1 of 8
  ────────────────────────────────────────────────────────────────────────────
    2019   2020   2021    2022   2023      Sep 2019 – Jul 2023 (expected)
    ┼──────┼──────┼───────┼──────┼───────
  ❯     ━━━━━━━━━━━━━━━━━━━━━╌╌╌╌╌╌╌╌╌     BS in Mathematics and Physics
                ━━━━                       Student Research Training
                ━━━━━━━━━                  Small Animal Protection Association
                     ━━━━━━                Pre-trained Models for Natural Lan…
                          ━━               Sparse Structure of Parameter-Effi…
                             ◆             NeurIPS 2022
                          ━━━━━━━━━━━━━━▶  OpenDelta
                             ━━━━━━━━━━━▶  University of California, Santa Cr…
  ────────────────────────────────────────────────────────────────────────────
  BS in Mathematics and Physics                 Sep 2019 – Jul 2023 (expected)
  Tsinghua University · Beijing, China
  • Selected awards: Silver Medal in the 35th Chinese Physics Olympiad ·
    Academic Excellence Award in 2021-2022
  • Selected Courses: Foundation of Object-Oriented Programming · Data
    Structures · Discrete Mathematics · Theory of Computer Network ·
    Artificial Neural Networks


  ────────────────────────────────────────────────────────────────────────────
  ↑↓ move  enter open  esc back  / search  y copy  ? help  q quit`,
	},
	{
		screen: "the links",
		keys: ["u"],
		frame: `
  Zhen Zhang › Links                                                    1 of 4
  ────────────────────────────────────────────────────────────────────────────
  ❯ 1 Email                                zhen-zha19@mails.tsinghua.edu.cn
    2 Phone                                +8618630824731
    3 Sparse Structure Search for Parame…  https://arxiv.org/abs/2206.07382
    4 OpenDelta                            https://github.com/thunlp/OpenDelta
















  ────────────────────────────────────────────────────────────────────────────
  ↑↓ move  enter open  esc back  y copy  ? help  q quit`,
	},
	{
		screen: "the card",
		keys: ["c"],
		frame: `
  Zhen Zhang › Card
  ────────────────────────────────────────────────────────────────────────────
  Zhen Zhang
  BS in Mathematics and Physics
  Tsinghua University, P.R. China       █▀▀▀▀▀█ █ █▀▀ ▀ ██▄▄▄ █▀▀▀▀▀█
                                        █ ███ █ ▀ █ ▄█ ▀ ▄▄██ █ ███ █
  zhen-zha19@mails.tsinghua.edu.cn      █ ▀▀▀ █ ▀▄▄▄▄▄▀ █ ▀▀▄ █ ▀▀▀ █
                                        ▀▀▀▀▀▀▀ ▀ ▀▄▀▄▀ █ █▄█ ▀▀▀▀▀▀▀
  Sparse Structure Search for           ▀ ▄▀▀▀▀▀▀▀ ▄ ▄██▀▀ ▄ █ ▄█▄▀▀▀
  Parameter-Efficient Tuning            ▄█▄ ▄ ▀▄▄▄█▄█▀ ▀▀█▄  ▀▀ ▀▄▀▄▄
  https://arxiv.org/abs/2206.07382       ▄▄▄▀▀▀ ▄ █▀▄▀███  ▀▀ █▀▄ ▄▀▄
                                         █▀ ▀▀▀▄▄▄▄▀█▄██▀▀▀▀▀▀▄▄ █▄▄█
  npx resume                            █  ▄▀█▀▄  ▀▄▄  ▄▄ ▄██  ▀▄▄▄▀
                                        ██▄ █ ▀███▀█▄█▀▀ ▀▀███▀▄█▄▄▄▀
  Scan to send an email.                ▀▀▀▀  ▀▀█ ▀  █ █▀█▄▀█▀▀▀█ ▀
                                        █▀▀▀▀▀█ █ █▄▀█ ▀▀▄▄▄█ ▀ █▄ ▄
                                        █ ███ █ █ ▄▄ ▀▄█▄ ▄▀█▀▀▀▀▄  █
                                        █ ▀▀▀ █  █▄█ ▀ ▀█▀ █▀ ▄▀███▀█
                                        ▀▀▀▀▀▀▀ ▀           ▀  ▀



  ────────────────────────────────────────────────────────────────────────────
  esc back  y copy email  ? help  q quit`,
	},
	{
		screen: "the help",
		keys: ["?"],
		frame: `
  Zhen Zhang › Help                                                 1–20 of 26
  ────────────────────────────────────────────────────────────────────────────
  ↑↓             move, or scroll a text
  j k            the same, down and up
  enter          open
  → l            open; in an entry, the next one
  esc            one step back; never leaves the program
  ← h backspace  one step back
  [ ]            the previous and the next entry of the section
  tab            the next section; with shift the previous one
  1–9            to that item of a list; in an entry, open that link
  g home         to the top
  G end          to the bottom
  space pgdn     a page down
  b pgup         a page up
  ctrl-d ctrl-u  half a page down and up
  /              search every word of the résumé
  n N            the next and the previous result of the search
  t              timeline: what went on when; again to close it
  u              links: every address of the résumé; again to close it
  c              the business card, to scan and take away
  o              open the link in a browser
  ────────────────────────────────────────────────────────────────────────────
  ↑↓ scroll  esc back  q close  ctrl-c quit`,
	},
];

for (const frame of frames) {
	test(`This is ${frame.screen} at 80×24`, async () => {
		await assertFrame((await loadSample()).resume, { columns: 80, rows: 24 }, frame);
	});
}
