import { wordsOf } from "../../source/resume/words/index.ts";

/** What a résumé has beside its person and its sections if it is in English. */
export const inEnglish = { language: "en", languages: ["en"], words: await wordsOf("en") };
