import { render } from "ink";
import type { Resume } from "../resume/model.ts";
import { whenPrepared } from "../text/width.ts";
import { App } from "./app.tsx";
import { ErrorBoundary } from "./components/error-boundary.tsx";
import { createContent } from "./content.ts";
import { pointMouse, pressKey } from "./controller.ts";
import { cursorOf } from "./frame/frame.ts";
import type { Input, LocalViewer } from "./host.ts";
import type { Effect } from "./state/effect.ts";
import { createStore } from "./state/store.ts";
import { askBackground } from "./terminal/ask-background.ts";
import { sayFarewell } from "./terminal/farewell.ts";
import { type FirstFrame, type FirstFrameOptions, showFirstFrame } from "./terminal/first-frame.ts";
import { KeyStream } from "./terminal/key-stream.ts";
import { followMouse } from "./terminal/mouse.ts";
import { perform, type SuspendTerminal } from "./terminal/perform.ts";
import { followSize } from "./terminal/resizing.ts";
import { Visit } from "./terminal/visit.ts";
import { wholeContent } from "./whole-content.ts";

export type MountOptions = FirstFrameOptions & {
	input: Input;
	/** The first frame, if it's on the screen already. */
	first?: FirstFrame;
};

/** Ctrl-Z. Ink suspends a terminal in answer to a key alone. */
const suspendKey = "\u001A";

// Ink's own limit of 30 a second would be felt while a key is held; no limit would let one visitor starve the others.
const framesASecond = 60;

/**
 * Shows the résumé on a terminal until the visitor leaves: the one call of Ink's `render()`.
 *
 * @throws whatever the first frame throws, before anything is written
 */
export function mount({ input, first, ...options }: MountOptions): LocalViewer {
	const { output, host } = options;
	const { state, frames } = first ?? showFirstFrame(options);
	const store = createStore({ ...state, content: wholeContent(state.content) });
	frames.cursor = () => cursorOf(store.get());
	const visit = new Visit(host.onError);
	const keys = new KeyStream(input);
	// Ink does so after its first frame; until then the terminal would write what is typed into it.
	keys.setRawMode(true);

	const say = (text: string, { stays = false } = {}) =>
		whenPrepared(text, () => void store.dispatch({ type: "notify", text, stays }));
	const replace = (resume: Resume) =>
		whenPrepared(JSON.stringify(resume), () =>
			visit.contain(() => void store.dispatch({ type: "replace", content: wholeContent(createContent(resume)) })),
		);
	const to = { host, output, say, replace, quit: () => visit.leave("quit"), redraw: () => screen.draw() };
	const act = (job: () => Effect | undefined, suspendTerminal?: SuspendTerminal) =>
		visit.contain(() => {
			const effect = job();
			if (effect !== undefined) {
				perform(effect, to, suspendTerminal);
			}
		});

	askBackground(output, host, keys, (isLight) => void store.dispatch({ type: "background", isLight }));

	const onEnd = () => visit.leave("ended");
	output.on("error", onEnd);
	input.on("end", onEnd);
	input.on("close", onEnd);
	if (host.hasMouse === true) {
		followMouse(keys, (report) => act(() => pointMouse(store, report)));
	}

	const instance = render(
		<ErrorBoundary onError={visit.fail}>
			<App
				store={store}
				host={host}
				onKey={(key, suspendTerminal) =>
					whenPrepared(key, () => act(() => pressKey(store, key, host.isScreenReader), suspendTerminal))
				}
				onPaste={(text) => whenPrepared(text, () => act(() => store.dispatch({ type: "type", text })))}
			/>
		</ErrorBoundary>,
		{
			stdin: keys as unknown as NodeJS.ReadStream,
			stdout: frames as unknown as NodeJS.WriteStream,
			stderr: frames as unknown as NodeJS.WriteStream,
			exitOnCtrlC: false,
			patchConsole: false,
			interactive: true,
			alternateScreen: !host.isScreenReader,
			isScreenReaderEnabled: host.isScreenReader,
			maxFps: framesASecond,
		},
	);
	const screen = followSize(output, frames, store, visit, host.isScreenReader ? undefined : instance.clear);
	visit.endWith(instance.unmount);

	const afterwards = () => {
		keys.close();
		screen.stop();
		input.off("end", onEnd);
		input.off("close", onEnd);
		sayFarewell(output, host, store.get().content.resume, visit.ending);
		return visit.ending.reason;
	};

	return {
		left: instance.waitUntilExit().then(afterwards, afterwards),
		suspend: () => keys.press(suspendKey),
		leave: (farewell) => visit.leave("ended", farewell),
		notify: say,
		replace,
	};
}
