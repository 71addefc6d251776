import type { Resume } from "../../resume/model.ts";
import { html } from "./markup.ts";
import { shellMarkup } from "./shell.ts";

/** A page that only says one sentence, such as that there is nothing under an address; `nearest` is the path that was meant. */
export async function printMessagePage(
	{ person, accent }: Resume,
	{ sentence, nearest }: { sentence: string; nearest?: string },
): Promise<string> {
	const message = await shellMarkup({
		accent,
		language: "en",
		title: person.name,
		body: html`<main class="message">
<h1>${person.name}</h1>
<p>${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}</p>
<p>${nearest !== undefined && html`<a href="/${encodeURIComponent(nearest)}">/${nearest}</a> · `}<a href="/">${person.name}</a></p>
</main>
`,
	});
	return message.source;
}
