import type { Json } from "../document.ts";
import type { ForeignFormat } from "./format.ts";
import { gitConnected } from "./gitconnected.ts";
import { linkedInExport } from "./linkedin-export.ts";
import { linkedInProfile } from "./linkedin-profile.ts";
import { renderCv } from "./rendercv.ts";
import { yamlResume } from "./yamlresume.ts";

/** The formats that are read beside JSON Resume. A new one is a file here and a line below. */
export const foreignFormats: readonly ForeignFormat[] = [
	renderCv,
	yamlResume,
	gitConnected,
	linkedInExport,
	linkedInProfile,
];

/** The format that a document is in; undefined of JSON Resume and of what isn't known. */
export const formatOf = (document: Json): ForeignFormat | undefined =>
	foreignFormats.find(({ isFormatOf }) => isFormatOf(document));
