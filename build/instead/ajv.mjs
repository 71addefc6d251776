// The program checks a document against two JSON Schemas. What ajv compiles of them is 10 kB of the package, nearly the
// same lines for each of the hundred fields; interpreted, the few keywords that the two have are less than 1 kB. Findings
// are those of ajv, with the options allErrors and verbose; a keyword or a type that is not here ends in an error.
import { formats } from "ajv-formats";

const types = {
	array: Array.isArray,
	boolean: (value) => typeof value === "boolean",
	object: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
	string: (value) => typeof value === "string",
};

const keywords = {
	$schema() {},
	definitions() {},
	$ref: (pointer, check) => check.against(resolve(check.root, pointer)),
	const: (wanted, check) => check.that(check.data === wanted, "const", {}, "must be equal to constant"),
	format: (format, check) => check.that(!types.string(check.data) || formats[format](check.data), "format", { format }),
	items(schema, check) {
		if (types.array(check.data)) {
			for (const index of check.data.keys()) {
				check.inner(index, schema);
			}
		}
	},
	pattern: (pattern, check) =>
		check.that(!types.string(check.data) || new RegExp(pattern, "u").test(check.data), "pattern", { pattern }),
	patternProperties(schemas, check) {
		for (const [pattern, schema] of Object.entries(types.object(check.data) ? schemas : {})) {
			const expression = new RegExp(pattern, "u");
			for (const key of Object.keys(check.data).filter((each) => expression.test(each))) {
				check.inner(key, schema);
			}
		}
	},
	properties(schemas, check) {
		for (const [key, schema] of Object.entries(types.object(check.data) ? schemas : {})) {
			if (check.data[key] !== undefined) {
				check.inner(key, schema);
			}
		}
	},
	required(names, check) {
		for (const missingProperty of types.object(check.data) ? names : []) {
			check.that(check.data[missingProperty] !== undefined, "required", { missingProperty });
		}
	},
};

/** What a JSON Pointer within the schema (RFC 6901), "#/definitions/date", leads to. */
const resolve = (root, pointer) =>
	pointer
		.split("/")
		.slice(1)
		.reduce((value, step) => value[step], root);

/** One value that is held against one schema after the other. */
class Check {
	constructor(root, data, instancePath, errors) {
		Object.assign(this, { root, data, instancePath, errors });
	}

	that(isRight, keyword, params, message) {
		if (!isRight) {
			const { instancePath, data } = this;
			this.errors.push({ keyword, params, data, instancePath, message });
		}
		return isRight;
	}

	against({ type, ...rules }) {
		if (
			type !== undefined &&
			!this.that(
				[type].flat().some((each) => types[each](this.data)),
				"type",
				{ type },
			)
		) {
			return;
		}
		for (const [keyword, rule] of Object.entries(rules)) {
			keywords[keyword](rule, this);
		}
	}

	inner(step, schema) {
		const path = `${this.instancePath}/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`;
		new Check(this.root, this.data[step], path, this.errors).against(schema);
	}
}

export class Ajv {
	compile(schema) {
		const isValid = (data) => {
			isValid.errors = [];
			new Check(schema, data, "", isValid.errors).against(schema);
			return isValid.errors.length === 0;
		};
		return isValid;
	}
}
