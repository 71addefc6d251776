import fc from "fast-check";

const sectionName = fc.constantFrom(
	"basics",
	"work",
	"education",
	"skills",
	"languages",
	"meta",
	"own",
	"publications",
	"volunteer",
);
const fieldName = fc.oneof(
	fc.constantFrom("name", "title", "startDate", "endDate", "date", "url", "highlights", "keywords", "authors", "links"),
	fc.constantFrom(
		"profiles",
		"location",
		"email",
		"summary",
		"items",
		"sections",
		"source",
		"courses",
		"itemsFrom",
		"level",
	),
	fc.string({ unit: "binary" }),
);
const anyText = fc.oneof(
	fc.constantFrom(
		"",
		"Present",
		"2020-01",
		"04/2024 - CURRENT",
		"<p>a</p>",
		"&#27;x",
		"\u001B[31m",
		"x.example",
		"courses",
	),
	fc.string({ unit: "binary" }),
);
const { value: anyValue } = fc.letrec<{ value: unknown }>((tie) => ({
	value: fc.oneof(
		{ depthSize: "medium" },
		anyText,
		fc.constantFrom(null, true, 0, -1.5, 2020),
		fc.array(tie("value"), { maxLength: 4 }),
		fc.dictionary(fieldName, tie("value"), { maxKeys: 5, noNullPrototype: true }),
	),
}));

/** Documents with the names of JSON Resume and anything under them. */
export const anyDocument = fc.dictionary(sectionName, anyValue, { noNullPrototype: true });
