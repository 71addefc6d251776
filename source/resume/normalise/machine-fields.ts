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

const hiding = /^_?(?:is_?)?(?:hide|hidden|private|disabled)$/i;
const showing = /^_?(?:is_?)?(?:visible|show|shown|display|displayed|enabled)$/i;

/**
 * Whether an object says itself that it isn't to be seen: `"hide": true`, `hidden: yes`, `"private": 1`,
 * `"visible": false`. Themes and other editors write these.
 */
export const isHidden = (object: Record<string, unknown>): boolean =>
	Object.entries(object).some(([key, value]) =>
		hiding.test(key)
			? /^(?:true|yes|y|on|1)$/i.test(String(value))
			: showing.test(key) && /^(?:false|no|n|off|0)$/i.test(String(value)),
	);
