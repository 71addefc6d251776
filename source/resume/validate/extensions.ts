/**
 * What this program reads beyond JSON Resume 1.0, as a JSON Schema (draft-07) of its own. The official schema allows
 * any further property, so that what is written against this one is legal and yet without effect.
 */
const text = { type: "string" };

/** A text, or an object in its place; what is said of the object does not concern a text. */
const textOr = (object: object) => ({ type: ["string", "object"], ...object });

const link = textOr({ required: ["url"], properties: { label: text, url: text } });
const author = textOr({ required: ["name"], properties: { name: text, equalContribution: { type: "boolean" } } });
const highlights = {
	type: "array",
	items: textOr({
		required: ["title"],
		properties: { title: text, items: { $ref: "#/definitions/highlights" }, itemsFrom: { const: "courses" } },
	}),
};

export const extensions = {
	$schema: "http://json-schema.org/draft-07/schema#",
	definitions: { highlights },
	type: "object",
	properties: {
		meta: {
			type: "object",
			properties: {
				sections: {
					type: "array",
					items: { type: "object", required: ["source"], properties: { id: text, title: text, source: text } },
				},
			},
		},
	},
	patternProperties: {
		"^(?!basics$|meta$|language$|lang$|locale$|\\$)": {
			type: "array",
			items: {
				properties: {
					label: text,
					endDateExpected: { type: "boolean" },
					highlights: { $ref: "#/definitions/highlights" },
					links: { type: "array", items: link },
					authors: { type: "array", items: author },
				},
			},
		},
	},
};
