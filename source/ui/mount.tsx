import chalk from "chalk";
import { render } from "ink";
import { plainAddress } from "../resume/links.ts";
import { App } from "./app.tsx";
import { ErrorBoundary } from "./components/error-boundary.tsx";
import { ViewerContext } from "./components/viewer-context.ts";
import { pointMouse, pressKey } from "./controller.ts";
import type { Effect } from "./effects.ts";
import type { Input, Viewer } from "./host.ts";
import { KeyStream } from "./input/key-stream.ts";
import { readMouse } from "./input/mouse.ts";
import { farewellCard } from "./lines/farewell.ts";
import { type Opening, type OpeningOptions, openViewer, sizeOf } from "./opening.ts";
import { clipboardWrite } from "./output/escapes.ts";
import { createStore } from "./store.ts";
import { createTheme } from "./theme.ts";

export type MountOptions = OpeningOptions & {
	input: Input;
	/** The first frame, where it is on the screen already. */
	opening?: Opening;
};

// Ink's own limit of 30 a second would be felt where a key is held; no limit would let one visitor starve the others.
const framesASecond = 60;

/** Shows the résumé on a terminal until the visitor leaves: the one call of Ink's `render()`. */
export function mount({ input, opening, ...options }: MountOptions): Viewer {
	// One level for the process, since chalk has no other; the theme decides what each visitor sees.
	chalk.level = 1;
	const { output, host } = options;
	const { state, frames, contentOf } = opening ?? openViewer(options);
	const store = createStore(state);
	const keys = new KeyStream(input);
	// Ink does so after its first frame; until then the terminal would write what is typed into it.
	keys.setRawMode(true);
	let instance: ReturnType<typeof render> | undefined;
	let ending: { reason: Awaited<Viewer["left"]>; farewell?: string } | undefined;

	const leave = (reason: Awaited<Viewer["left"]>, farewell?: string) => {
		if (ending === undefined) {
			ending = { reason, ...(farewell !== undefined && { farewell }) };
			// What fails in the first frame fails before there is anything to unmount.
			instance?.unmount();
		}
	};

	/** Whatever throws ends this visit alone: the terminal is given back, and no stack is shown. */
	const fail = (error: unknown) => {
		host.onError?.(error);
		leave("error");
	};
	const contain = (job: () => void) => {
		try {
			job();
		} catch (error) {
			fail(error);
		}
	};

	const say = (text: string) => store.dispatch({ type: "notify", text });
	const copy = (text: string, said: string) => {
		output.write(clipboardWrite(text));
		say(`copied ${said}`);
	};

	const openLink = async (url: string) => {
		if (host.open === undefined) {
			const address = plainAddress(url);
			copy(address, `${address}; nothing can be opened from here`);
			return;
		}

		try {
			await host.open(url);
			say(`opened ${url}`);
		} catch (error) {
			say(`${plainAddress(url)} (not opened: ${error instanceof Error ? error.message : String(error)})`);
		}
	};

	const perform = (effect: Effect, suspendTerminal: (job: () => Promise<void> | void) => unknown) => {
		switch (effect.kind) {
			case "copy":
				copy(effect.text, effect.what);
				break;
			case "open":
				void openLink(effect.url);
				break;
			case "say":
				say(effect.text);
				break;
			case "suspend":
				if (host.suspend !== undefined) {
					void suspendTerminal(host.suspend);
				}

				break;
			case "quit":
				leave("quit");
				break;
		}
	};

	const onResize = () => {
		const size = sizeOf(output);
		frames.resize(size, host.isScreenReader ? undefined : () => instance?.clear());
		contain(() => store.dispatch({ type: "resize", size }));
	};

	// A click neither suspends nor edits.
	const onMouse = (sequence: string) => {
		const report = readMouse(sequence);
		if (report !== undefined && host.hasMouse === true) {
			contain(() => pointMouse(store, report, (effect) => perform(effect, () => {})));
		}
	};

	const onEnd = () => leave("ended");
	keys.on("mouse", onMouse);
	output.on("resize", onResize);
	output.on("error", onEnd);
	input.on("end", onEnd);
	input.on("close", onEnd);

	const mounted = render(
		<ViewerContext value={{ theme: createTheme(host), hasHyperlinks: host.hasHyperlinks }}>
			<ErrorBoundary onError={fail}>
				<App
					store={store}
					onKey={(key, suspendTerminal) =>
						contain(() => pressKey(store, key, (effect) => perform(effect, suspendTerminal), host.isScreenReader))
					}
					onPaste={(text) => contain(() => store.dispatch({ type: "type", text }))}
				/>
			</ErrorBoundary>
		</ViewerContext>,
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

	instance = mounted;
	if (ending !== undefined) {
		mounted.unmount();
	}

	const afterwards = () => {
		keys.close();
		output.off("resize", onResize);
		input.off("end", onEnd);
		input.off("close", onEnd);
		const { reason, farewell } = ending ?? { reason: "ended" as const };
		if (reason !== "error" && (output.writable ?? true) && output.destroyed !== true) {
			const card = farewellCard(store.get().content.resume, host.comeBack, sizeOf(output).columns);
			output.write(`${host.isScreenReader ? "\n" : ""}${card}\n${farewell === undefined ? "" : `${farewell}\n`}`);
		}

		return reason;
	};

	return {
		left: mounted.waitUntilExit().then(afterwards, afterwards),
		leave: (farewell) => leave("ended", farewell),
		notify: say,
		replace: (next) => contain(() => store.dispatch({ type: "replace", content: contentOf(next) })),
	};
}
