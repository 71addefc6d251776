import type { ServerChannel } from "ssh2";
import { ChannelInput } from "./channel-input.ts";
import { ChannelOutput } from "./channel-output.ts";
import type { Limits } from "./limits.ts";

export type TerminalEvents = {
	/** Something was typed. */
	onInput: () => void;
	/** The screen answered what was typed, after this many milliseconds. */
	onFrame: (milliseconds: number) => void;
	/** The visitor does not read what is sent. */
	onUnsent: () => void;
	/** Something that reads the input threw. */
	onError: (error: unknown) => void;
	/** Runs what the screen does about it, so that an error thrown later still finds its session. */
	within: (act: () => void) => void;
	/** Bytes on their way to the visitor, the connection's included. */
	unsent: () => number;
};

/** A session channel as the streams of a terminal, held to the limits. */
export class Terminal {
	readonly input: ChannelInput;
	readonly output: ChannelOutput;

	constructor(channel: ServerChannel, size: { columns: number; rows: number }, limits: Limits, events: TerminalEvents) {
		this.output = new ChannelOutput(channel, size, limits, events);
		this.input = new ChannelInput(channel, events, this.output);
	}

	/** Nothing is read or written from here on; what waits to have been written hears that it was. */
	close(): void {
		this.input.close();
		this.output.close();
	}
}
