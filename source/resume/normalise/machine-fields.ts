/**
 * What editors, themes and exports of résumés keep for themselves. It is about the document, and says nothing of the
 * person.
 */
const machineNames =
	/^(?:[_$].*|id|uuid|guid|slug|icon(?:_?(?:name|url|class|colou?r))?|logo(?:_?(?:url|src|path|image))?|image(?:_?(?:url|src|path|size|width|height|alt))?|thumbnail(?:_?(?:url|src))?|css|class_?name|page_?break|created_?(?:at|on)|updated_?(?:at|on))$/i;

/** Words in one document and a program's settings in another, which are numbers, flags or colours. */
const settingNames =
	/^(?:hide|hidden|show|visible|is_?(?:hidden|visible)|enabled|disabled|collapsed|order|sort_?order|width|height|colou?r|background|lat|latitude|lng|lon|longitude)$/i;

/** Whether a field is for programs and not for readers. */
export const isMachineField = (key: string, value: unknown): boolean =>
	machineNames.test(key) || (settingNames.test(key) && isSetting(value));

const isSetting = (value: unknown) =>
	typeof value === "number" ||
	typeof value === "boolean" ||
	(typeof value === "string" && /^#[\da-f]{3,8}$/i.test(value));

/** Whether an entry is one that its owner keeps out of what is shown. */
export const isHidden = ({ hide, hidden, isHidden: is, show, visible, isVisible }: Record<string, unknown>): boolean =>
	[hide, hidden, is].some((value) => value === true || value === "true") ||
	[show, visible, isVisible].some((value) => value === false || value === "false");
