/**
 * A form that asks one question after another: its questions, its state and its reducer. Nothing here knows a terminal.
 */
import { graphemes } from "../../text/graphemes.ts";

export type Question = {
	/** The answer's key. */
	key: string;
	label: string;
	/** What belongs there, in a sentence. */
	hint: string;
} & (
	| {
			kind: "text";
			/** Whether it can be left empty. */
			isOptional: boolean;
			/** What is wrong with an answer; undefined if nothing is. */
			problem?: (text: string) => string | undefined;
	  }
	| { kind: "choice"; choices: readonly { value: string; label: string }[] }
);

export type Form = {
	questions: readonly Question[];
	/** The question that is asked; as many as there are once all are answered. */
	index: number;
	/** What is typed. */
	text: string;
	/** The choice that is highlighted. */
	chosen: number;
	answers: Readonly<Record<string, string>>;
	problem: string | undefined;
};

export type FormAction =
	| { type: "type"; text: string }
	| { type: "erase" }
	| { type: "clear" }
	/** Highlights another choice. */
	| { type: "move"; by: number }
	/** Answers the question: with what is typed, or with the highlighted choice. */
	| { type: "answer" }
	| { type: "back" };

export const newForm = (questions: readonly Question[]): Form => ({
	questions,
	index: 0,
	text: "",
	chosen: 0,
	answers: {},
	problem: undefined,
});

export const isAnswered = ({ questions, index }: Form): boolean => index >= questions.length;

/** The next state of a form; pure. */
export function reduceForm(form: Form, action: FormAction): Form {
	const question = form.questions[form.index];
	if (question === undefined) {
		return form;
	}

	switch (action.type) {
		case "type":
			return { ...form, text: form.text + action.text, problem: undefined };
		case "erase":
			return { ...form, text: withoutLast(form.text), problem: undefined };
		case "clear":
			return { ...form, text: "", problem: undefined };
		case "back":
			return form.index === 0 ? form : at(form, form.index - 1);
		case "move": {
			const last = question.kind === "choice" ? question.choices.length - 1 : 0;
			return { ...form, chosen: Math.max(0, Math.min(last, form.chosen + action.by)) };
		}
		case "answer": {
			const value = question.kind === "choice" ? question.choices[form.chosen]!.value : form.text.trim();
			const problem = problemOf(question, value);
			return problem === undefined
				? at({ ...form, answers: { ...form.answers, [question.key]: value } }, form.index + 1)
				: { ...form, problem };
		}
	}
}

function at(form: Form, index: number): Form {
	const question = form.questions[index];
	const text = question?.kind === "text" ? (form.answers[question.key] ?? "") : "";
	const choices = question?.kind === "choice" ? question.choices : [];
	const answered = choices.findIndex(({ value }) => value === form.answers[question?.key ?? ""]);
	return { ...form, index, text, chosen: Math.max(0, answered), problem: undefined };
}

function problemOf(question: Question, value: string): string | undefined {
	if (question.kind === "choice") {
		return undefined;
	}

	if (value === "") {
		return question.isOptional ? undefined : "this can't be empty";
	}

	return question.problem?.(value);
}

/** Without its last character, as a reader counts them. */
const withoutLast = (text: string) => graphemes(text).slice(0, -1).join("");
