import type { IncomingHttpHeaders } from "node:http";
import { setImmediate as nextTurn } from "node:timers/promises";
import { UserError } from "../errors.ts";
import { alternatesOf, type PublishedFile, publishedFiles } from "../print/files.ts";
import { formats, type TextFormat, textFormatNames } from "../print/formats.ts";
import { printCardPage } from "../print/html/card.ts";
import { printMessagePage } from "../print/html/message.ts";
import { printHtml } from "../print/html/page.ts";
import { pagePolicyHeader } from "../print/html/policy.ts";
import { print } from "../print/print.ts";
import type { Loaded } from "../resume/load.ts";
import { quote } from "../resume/quote.ts";
import { nearestOf, type Selection, selectPlace } from "../resume/select.ts";
import { slug } from "../resume/slug.ts";
import { type Wanted, wantedEncoding, wantedFormat } from "./negotiate.ts";
import { createReply, type Draft, type Form, type Reply } from "./reply.ts";

export type SiteOptions = {
	/** The command to come back with, for the card. */
	comeBack?: string;
};

/** What a path names. */
type Target = { kind: "part"; selection: Selection } | { kind: "card" } | { kind: "file"; format: TextFormat };

/** What is sent: a status, and one form of an answer. */
export type Answer = { status: number; form: Form };

/** Text for terminals is laid out for this many columns. */
const columns = 80;

/** Parts of a résumé that were asked for are kept, in each format, up to this many. */
const mostParts = 300;

/** Requests whose answer is known without looking at them again, by what they say; and the longest that is remembered. */
const mostAsked = 1000;
const longestAsked = 1000;

const byClient = ["Accept", "User-Agent"];

/**
 * A loaded résumé as the answers of an HTTP server. What most will ask for is made at the start, compressed too: the page,
 * the text for terminals, the files. A section, an entry, the card and a rarer format are made when someone first asks.
 */
export class Site {
	readonly #loaded: Loaded;
	readonly #options: SiteOptions;
	readonly #files: readonly PublishedFile[];
	readonly #headers: readonly string[];
	readonly #parts = new Map<string, Promise<Reply>>();
	readonly #asked = new Map<string, Answer>();
	/** What is made at the start, by its key; see `keyOf`. */
	readonly #ready = new Map<string, Reply>();

	private constructor(loaded: Loaded, options: SiteOptions, files: readonly PublishedFile[], policy: string) {
		this.#loaded = loaded;
		this.#options = options;
		this.#files = files;
		this.#headers = [
			"Content-Security-Policy",
			policy,
			"X-Content-Type-Options",
			"nosniff",
			"Referrer-Policy",
			"no-referrer",
			"Cross-Origin-Opener-Policy",
			"same-origin",
		];
	}

	static async create(loaded: Loaded, options: SiteOptions): Promise<Site> {
		const files: PublishedFile[] = [];
		for (const file of publishedFiles) {
			if (await canPrint(loaded, file.format)) {
				files.push(file);
			}
		}

		const site = new Site(loaded, options, files, await pagePolicyHeader(loaded.resume.accent));
		const first: [Target, Wanted][] = [
			[{ kind: "part", selection: {} }, "html"],
			[{ kind: "part", selection: {} }, "colour"],
			...files.map(({ format }): [Target, Wanted] => [{ kind: "file", format }, format]),
		];
		for (const [target, format] of first) {
			site.#ready.set(keyOf(target, format), createReply(await site.#draft(target, format), "best"));
			// Each takes some milliseconds; whoever is here already has a turn between them.
			await nextTurn();
		}

		return site;
	}

	/**
	 * The answer to a request for a path with a query, such as "/research/2?format=markdown"; at once if the same was asked
	 * before, since browsers of one kind all ask in the same words.
	 */
	answer(target: string, headers: IncomingHttpHeaders): Answer | Promise<Answer> {
		const { accept = "", "accept-encoding": encodings = "", "user-agent": agent = "" } = headers;
		const asked = `${target}\n${accept}\n${encodings}\n${agent}`;
		return this.#asked.get(asked) ?? this.#look(asked, target, headers);
	}

	async #look(asked: string, target: string, headers: IncomingHttpHeaders): Promise<Answer> {
		const { status, forms, encodings } = await this.#replyTo(target, headers);
		const answer = { status, form: forms.get(wantedEncoding(headers, encodings))! };
		if (status === 200 && asked.length <= longestAsked) {
			if (this.#asked.size >= mostAsked) {
				this.#asked.clear();
			}

			this.#asked.set(asked, answer);
		}

		return answer;
	}

	async #replyTo(target: string, headers: IncomingHttpHeaders): Promise<Reply> {
		const [path = "", query] = target.split("?", 2);
		const named = new URLSearchParams(query).get("format");
		const format = wantedFormat(named, headers);
		try {
			const found = this.#find(path);
			if (found.kind === "file") {
				return await this.#reply(found, found.format);
			}

			if (format === undefined) {
				const choices = `choose from ${textFormatNames.join(", ")}`;
				throw named === null
					? new Refusal(406, `nothing here is in a format that Accept names; ${choices} with ?format=`)
					: new Refusal(400, `unknown format; ${choices}`);
			}

			return await this.#reply(found, format);
		} catch (error) {
			if (error instanceof Refusal) {
				return this.#refuse(error, format);
			}

			if (error instanceof UserError) {
				return this.#refuse(new Refusal(404, error.message), format);
			}

			throw error;
		}
	}

	/** @throws {UserError} naming what is nearest. */
	#find(path: string): Target {
		const words = wordsOf(path);
		const [word, ...others] = words;
		if (word === undefined || (word === "index.html" && others.length === 0)) {
			return { kind: "part", selection: {} };
		}

		if (others.length === 0) {
			const file = this.#files.find(({ name }) => name === word);
			if (file || word === "card") {
				return file ? { kind: "file", format: file.format } : { kind: "card" };
			}
		}

		try {
			return { kind: "part", selection: selectPlace(this.#loaded.resume, words) };
		} catch (error) {
			const isFile = others.length === 0;
			const names = [...this.#files.map(({ name }) => name), "card"];
			const nearest = isFile ? nearestOf(word.toLowerCase(), names) : undefined;
			if (nearest !== undefined) {
				throw new Refusal(404, `nothing is called ${quote(word)}; did you mean "/${nearest}"?`, nearest);
			}

			// The sentence for a section names the nearest itself.
			const ids = this.#loaded.resume.sections.map(({ id }) => id);
			throw error instanceof UserError ? new Refusal(404, error.message, nearestOf(slug(word), ids)) : error;
		}
	}

	async #reply(target: Target, format: Wanted): Promise<Reply> {
		const key = keyOf(target, format);
		const ready = this.#ready.get(key);
		if (ready) {
			return ready;
		}

		const known = this.#parts.get(key);
		if (known) {
			return known;
		}

		if (this.#parts.size >= mostParts) {
			const [oldest] = this.#parts.keys();
			this.#parts.delete(oldest!);
		}

		const made = this.#draft(target, format).then((draft) => createReply(draft, "quick"));
		this.#parts.set(key, made);
		return made;
	}

	/** @throws {UserError} if the format has nothing to say of the target. */
	async #draft(target: Target, format: Wanted): Promise<Draft> {
		const { resume } = this.#loaded;
		const { comeBack } = this.#options;
		const type = format === "colour" ? formats.text.type : formats[format].type;
		const byLanguage = resume.languages.length > 1 ? ["Accept-Language"] : [];
		const vary = target.kind === "file" ? byLanguage : [...byClient, ...byLanguage];
		const alternates = alternatesOf(this.#files, "/");
		if (target.kind === "card" && format === "html") {
			return { type, vary, headers: this.#headers, text: await printCardPage(resume, comeBack) };
		}

		const selection = target.kind === "part" ? target.selection : {};
		if (format === "html") {
			// The whole page has what the views list.
			const text = await printHtml(resume, selection, alternates);
			return { type, vary, headers: this.#headers, text };
		}

		const what = target.kind === "card" ? "the card" : selection.view;
		if (what !== undefined && format !== "colour" && format !== "text") {
			throw new UserError(`${what} isn't printed as ${format}; choose html or text`);
		}

		const text = await print(this.#loaded, {
			format: target.kind === "card" ? "card" : format === "colour" ? "text" : format,
			selection,
			width: columns,
			isAscii: false,
			hasColours: format === "colour",
			comeBack,
		});
		return { type, vary, headers: this.#headers, text };
	}

	/** Says no in the form that the client reads. */
	async #refuse({ status, message, nearest }: Refusal, format: Wanted | undefined): Promise<Reply> {
		const draft = { status, headers: this.#headers, vary: byClient };
		return format === "html"
			? createReply(
					{
						...draft,
						type: formats.html.type,
						text: await printMessagePage(this.#loaded.resume, { sentence: message, nearest }),
					},
					"quick",
				)
			: createReply({ ...draft, type: formats.text.type, text: `${message}\n` }, "quick");
	}
}

/** Why there is no such answer: one sentence, and what was likely meant. */
class Refusal extends Error {
	constructor(
		readonly status: 400 | 404 | 406,
		message: string,
		readonly nearest?: string,
	) {
		super(message);
	}
}

const keyOf = (target: Target, format: Wanted): string =>
	target.kind === "part"
		? `${target.selection.view ?? target.selection.section ?? ""}/${target.selection.entry ?? ""} ${format}`
		: `${target.kind} ${format}`;

/** The words of a path, as the command line has them: "/research/2" is "research 2". */
function wordsOf(path: string): string[] {
	try {
		return path
			.split("/")
			.filter((word) => word !== "")
			.map(decodeURIComponent);
	} catch {
		throw new Refusal(400, "the path has a percent sign without two hexadecimal digits after it");
	}
}

async function canPrint(loaded: Loaded, format: TextFormat): Promise<boolean> {
	try {
		await print(loaded, { format, selection: {}, width: columns, isAscii: false, hasColours: false });
		return true;
	} catch (error) {
		if (error instanceof UserError) {
			return false;
		}

		throw error;
	}
}
