import type { IncomingHttpHeaders } from "node:http";
import { setImmediate as nextTurn } from "node:timers/promises";
import { UserError } from "../errors.ts";
import type { PublishedFile } from "../print/files.ts";
import { formats, textFormatNames } from "../print/formats.ts";
import { printMessagePage } from "../print/html/message.ts";
import { pagePolicyHeader } from "../print/html/policy.ts";
import type { Loaded } from "../resume/load.ts";
import { type Wanted, wantedEncoding, wantedFormat } from "./negotiate.ts";
import { Refusal } from "./refusal.ts";
import { createReply, type Draft, type Form, type Reply } from "./reply.ts";
import { filesOf, represent } from "./represent.ts";
import { route, type Target } from "./route.ts";

export type SiteOptions = {
	/** The command to come back with, for the card. */
	comeBack?: string;
};

/** What is sent: a status, and one form of an answer. */
export type Answer = { status: number; form: Form };

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
		const files = await filesOf(loaded);
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
			const found = route(path, this.#loaded.resume, this.#files);
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

	/** @throws {UserError} as `represent`. */
	async #draft(target: Target, format: Wanted): Promise<Draft> {
		const type = format === "colour" ? formats.text.type : formats[format].type;
		const byLanguage = this.#loaded.resume.languages.length > 1 ? ["Accept-Language"] : [];
		const vary = target.kind === "file" ? byLanguage : [...byClient, ...byLanguage];
		const text = await represent(this.#loaded, target, format, this.#files, this.#options.comeBack);
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

const keyOf = (target: Target, format: Wanted): string =>
	target.kind === "part"
		? `${target.selection.view ?? target.selection.section ?? ""}/${target.selection.entry ?? ""} ${format}`
		: `${target.kind} ${format}`;
