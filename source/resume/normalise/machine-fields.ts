/**
 * What editors, themes and exports of résumés keep for themselves. It is about the document, and says nothing of the
 * person.
 */
const machineNames =
	/^(?:[_$].*|id|uuid|guid|slug|icon(?:_?(?:name|url|class|colou?r))?|logo(?:_?(?:url|src|path|image))?|image(?:_?(?:url|src|path|size|width|height|alt))?|thumbnail(?:_?(?:url|src))?|css|class_?name|page_?break|created_?(?:at|on)|updated_?(?:at|on))$/i;

/** Words in one document and a program's settings in another, which are numbers, flags or colours. */
const settingNames =
	/^(?:enabled|disabled|collapsed|order|sort_?order|width|height|colou?r|background|lat|latitude|lng|lon|longitude)$/i;

/** The same, in the words of a flag too. */
const flagNames = /^_?(?:is_?)?(?:hide|hidden|private|public|visible|visibility|show|shown|display|displayed)$/i;
const flagWords = /^(?:true|false|yes|no|y|n|on|off|0|1|none|hidden|visible|public|private)$/i;

/** Whether a field is for programs and not for readers. */
export const isMachineField = (key: string, value: unknown): boolean =>
	machineNames.test(key) ||
	(settingNames.test(key) && isSetting(value)) ||
	(flagNames.test(key) && (isSetting(value) || (typeof value === "string" && flagWords.test(value.trim()))));

const isSetting = (value: unknown) =>
	typeof value === "number" ||
	typeof value === "boolean" ||
	(typeof value === "string" && /^#[\da-f]{3,8}$/i.test(value));

const hiding = /^_?(?:is_?)?(?:hide|hidden|private|disabled)$/i;
const showing = /^_?(?:is_?)?(?:public|visible|visibility|show|shown|display|displayed|enabled)$/i;

/**
 * Whether an object says itself that it isn't to be seen: `"hide": true`, `hidden: yes`, `"private": 1`,
 * `"visible": false`, `"visibility": "hidden"`. Themes and other editors write these.
 */
export const isHidden = (object: Record<string, unknown>): boolean =>
	Object.entries(object).some(([key, value]) =>
		hiding.test(key)
			? /^(?:true|yes|y|on|1)$/i.test(String(value))
			: showing.test(key) && /^(?:false|no|n|off|0|none|hidden|private)$/i.test(String(value)),
	);
