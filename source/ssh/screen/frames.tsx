import { renderToString } from "ink";
import type { Resume } from "../../resume/model.ts";
import { createTheme } from "../../theme.ts";
import { FrameView } from "../../ui/components/frame-view.tsx";
import { ViewerContext } from "../../ui/components/viewer-context.ts";
import { type Content, createContent } from "../../ui/content.ts";
import { frameOf } from "../../ui/frame/frame.ts";
import type { Host } from "../../ui/host.ts";
import type { State } from "../../ui/state/state.ts";
import { screenUpdate } from "../../ui/terminal/screen-update.ts";
import { wholeContent } from "../../ui/whole-content.ts";
import { SharedCache } from "./shared-cache.ts";

/** What a terminal is drawn for, beside the state. */
export type Style = Pick<Host, "hasColours" | "colourDepth" | "hasHyperlinks">;

/** A frame as Ink drew it. */
export type Drawn = {
	/** No two frames have the same. */
	id: number;
	rows: readonly string[];
};

/** For frames, and for what changes one into another: some thousands of each. */
const room = { frameBytes: 24 * 1024 * 1024, changeBytes: 8 * 1024 * 1024 };
/** What an entry takes beside its text, at most. */
const overhead = 300;

/**
 * Draws each frame once, whoever looks at it: all visitors see the same résumé, and most of them the same screens. Ink's
 * `renderToString` draws it from the components that the viewer has in a terminal of its own. There `render()` keeps a
 * tree of them alive; here five hundred trees would be most of the memory, and of the time of a visit that lasts a
 * minute, while a frame that is kept needs none.
 *
 * A frame depends on its state and style alone (see `frameOf`), which are the key to it.
 */
export class Frames {
	readonly #frames: SharedCache<Drawn>;
	readonly #changes: SharedCache<string>;
	readonly #contents = new WeakMap<Resume, Content>();
	readonly #names = new WeakMap<Content, number>();
	#named = 0;
	#drawn = 0;

	constructor({ frameBytes, changeBytes } = room) {
		this.#frames = new SharedCache(frameBytes);
		this.#changes = new SharedCache(changeBytes);
	}

	/** A résumé with all that is derived from it, the same for all who see it. */
	contentOf(resume: Resume): Content {
		const content = this.#contents.get(resume) ?? wholeContent(createContent(resume));
		this.#contents.set(resume, content);
		return content;
	}

	/**
	 * The frame of a state.
	 * @param visitor the address that it is for, see `SharedCache`
	 */
	of(state: State, style: Style, visitor: string): Drawn {
		const { content, ...others } = state;
		const { hasColours, colourDepth, hasHyperlinks } = style;
		const key = JSON.stringify([this.#nameOf(content), hasColours, colourDepth, hasHyperlinks, others]);
		const known = this.#frames.get(key, visitor);
		if (known !== undefined) {
			return known;
		}

		this.#drawn++;
		const drawn = { id: this.#drawn, rows: draw(state, style) };
		this.#frames.set(key, drawn, bytesOf(key, ...drawn.rows), visitor);
		return drawn;
	}

	/** What changes the one frame on a screen into the other; the same as `screenUpdate` says. */
	change(from: Drawn | undefined, to: Drawn, visitor: string): string {
		const key = `${from?.id ?? 0} ${to.id}`;
		const known = this.#changes.get(key, visitor);
		if (known !== undefined) {
			return known;
		}

		const change = screenUpdate(from?.rows ?? [], to.rows);
		this.#changes.set(key, change, bytesOf(key, change), visitor);
		return change;
	}

	/** Bytes of all that is kept. */
	get bytes(): number {
		return this.#frames.bytes + this.#changes.bytes;
	}

	#nameOf(content: Content): number {
		const name = this.#names.get(content) ?? ++this.#named;
		this.#names.set(content, name);
		return name;
	}
}

/** The frame, drawn from scratch. @throws whatever a screen throws */
export function draw(state: State, style: Style): string[] {
	return renderToString(
		<ViewerContext
			value={{ theme: createTheme(style, state.content.resume.accent), hasHyperlinks: style.hasHyperlinks }}
		>
			<FrameView frame={frameOf(state)} />
		</ViewerContext>,
		{ columns: state.size.columns },
	).split("\n");
}

/** V8 has a byte or two for a character; few frames are all in one byte. */
const bytesOf = (...texts: string[]): number => texts.reduce((sum, { length }) => sum + 2 * length, overhead);
