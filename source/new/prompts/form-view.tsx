import { Box, Text, useApp, useInput, usePaste } from "ink";
import SelectInput, { type IndicatorProps, type ItemProps } from "ink-select-input";
import { createContext, use, useEffect, useReducer } from "react";
import { cleanText } from "../../resume/clean.ts";
import { glyphs, type Theme } from "../../theme.ts";
import { type Form, type FormAction, isAnswered, newForm, type Question, reduceForm } from "./form.ts";

export type FormViewProps = {
	title: string;
	questions: readonly Question[];
	theme: Theme;
	isScreenReader: boolean;
	/** Gets the answers by key; undefined if the visitor cancelled. */
	onEnd: (answers: Form["answers"] | undefined) => void;
};

const ThemeContext = createContext<Theme>({} as Theme);

/** Asks the questions one after another; the answered ones stay above. */
export function FormView({ title, questions, theme, isScreenReader, onEnd }: FormViewProps) {
	const [form, dispatch] = useReducer(reduceForm, questions, newForm);
	const { exit } = useApp();
	const isDone = isAnswered(form);
	useEffect(() => {
		if (isDone) {
			onEnd(form.answers);
			exit();
		}
	}, [isDone, form.answers, onEnd, exit]);

	useInput((input, key) => {
		if (key.ctrl && input === "c") {
			onEnd(undefined);
			exit();
			return;
		}

		const action = actionOf(input, key, form.questions[form.index]);
		if (action !== undefined) {
			dispatch(action);
		}
	});
	usePaste((text) => dispatch({ type: "type", text: typedText(text) }));

	return (
		<ThemeContext value={theme}>
			{isScreenReader ? (
				<SpokenForm title={title} form={form} />
			) : (
				<Box flexDirection="column" paddingLeft={2} paddingTop={1}>
					<Text {...theme.title}>{title}</Text>
					<Box flexDirection="column" marginTop={1}>
						{form.questions.slice(0, form.index + 1).map((question) => (
							<QuestionRow key={question.key} question={question} form={form} />
						))}
					</Box>
					<Box marginTop={1}>
						<Text {...theme.quiet}>{isDone ? " " : hintOf(form)}</Text>
					</Box>
				</Box>
			)}
		</ThemeContext>
	);
}

/** What is typed or pasted, on one line; a lone space is one. */
const typedText = (text: string) => cleanText(text).replace(/\s/g, " ");

type Key = Parameters<Parameters<typeof useInput>[0]>[1];

/** What a key means to the question that is asked. */
function actionOf(input: string, key: Key, question: Question | undefined): FormAction | undefined {
	if (key.escape) {
		return { type: "back" };
	}

	if (key.return) {
		return { type: "answer" };
	}

	if (question?.kind !== "text") {
		const by = key.upArrow || input === "k" ? -1 : key.downArrow || input === "j" ? 1 : 0;
		return by === 0 ? undefined : { type: "move", by };
	}

	if (key.backspace || key.delete) {
		return { type: "erase" };
	}

	if (key.ctrl) {
		return input === "u" ? { type: "clear" } : undefined;
	}

	return input === "" || key.meta ? undefined : { type: "type", text: typedText(input) };
}

type PartProps = { form: Form };

const labelColumns = 12;

/** A question with its answer, or with what is being typed or chosen. */
function QuestionRow({ question, form }: PartProps & { question: Question }) {
	const theme = use(ThemeContext);
	const isAsked = form.questions[form.index] === question;
	return (
		<Box>
			<Text {...theme.current}>{isAsked ? `${glyphs.cursor} ` : "  "}</Text>
			<Box width={labelColumns} flexShrink={0}>
				<Text {...(isAsked ? theme.current : theme.quiet)}>{question.label}</Text>
			</Box>
			<Box flexDirection="column">
				{isAsked ? (
					<Asked question={question} form={form} />
				) : (
					<Text>{shownAnswer(question, form) || glyphs.more}</Text>
				)}
			</Box>
		</Box>
	);
}

function Asked({ question, form }: PartProps & { question: Question }) {
	const theme = use(ThemeContext);
	return (
		<>
			{question.kind === "choice" ? (
				<Choice question={question} chosen={form.chosen} />
			) : (
				<Text>
					{form.text}
					<Text inverse> </Text>
				</Text>
			)}
			<Text {...(form.problem === undefined ? theme.quiet : theme.notice)}>{form.problem ?? question.hint}</Text>
		</>
	);
}

/** The choices, drawn by ink-select-input without its keys, of which those that arrive together would count once. */
function Choice({ question, chosen }: { question: Question & { kind: "choice" }; chosen: number }) {
	return (
		<SelectInput
			key={chosen}
			items={[...question.choices]}
			initialIndex={chosen}
			isFocused={false}
			indicatorComponent={Indicator}
			itemComponent={Item}
		/>
	);
}

function Indicator({ isSelected = false }: IndicatorProps) {
	const theme = use(ThemeContext);
	return (
		<Text {...theme.current} aria-hidden>
			{isSelected ? `${glyphs.cursor} ` : "  "}
		</Text>
	);
}

function Item({ isSelected = false, label }: ItemProps) {
	const theme = use(ThemeContext);
	return (
		<Box aria-role="listitem" aria-state={{ selected: isSelected }}>
			<Text {...(isSelected ? theme.current : theme.plain)}>{label}</Text>
		</Box>
	);
}

/** For a screen reader: the question that is asked, its place, its hint, and what is typed, a line each. */
function SpokenForm({ title, form }: PartProps & { title: string }) {
	const question = form.questions[form.index];
	if (question === undefined) {
		return <Text>{title}: all answered.</Text>;
	}

	return (
		<Box flexDirection="column">
			<Text>
				{title}. Question {form.index + 1} of {form.questions.length}: {question.label}.
			</Text>
			<Text>{form.problem ?? question.hint}</Text>
			{question.kind === "choice" ? (
				<Choice question={question} chosen={form.chosen} />
			) : (
				<Box aria-role="textbox" aria-state={{ required: !question.isOptional }}>
					<Text>{form.text}</Text>
				</Box>
			)}
			<Text>{hintOf(form)}</Text>
		</Box>
	);
}

function shownAnswer(question: Question, { answers }: Form): string {
	const answer = answers[question.key] ?? "";
	return question.kind === "choice"
		? (question.choices.find(({ value }) => value === answer)?.label ?? answer)
		: answer;
}

const hintOf = ({ index, questions }: Form) =>
	[
		questions[index]?.kind === "choice" ? "↑↓ move" : undefined,
		"enter next",
		index > 0 ? "esc back" : undefined,
		"ctrl-c cancel",
	]
		.filter((hint) => hint !== undefined)
		.join("  ");
