import type { Program } from "../program.ts";
import type { Loaded } from "../resume/load.ts";
import type { mount } from "../ui/mount.tsx";
import type { Visitors } from "./addresses.ts";
import type { Connection } from "./connection.ts";
import type { Limits } from "./limits.ts";
import type { Log } from "./log.ts";
import type { Meter } from "./meter.ts";
import type { Session } from "./session.ts";

/** What all connections of one server share. */
export type Service = {
	limits: Limits;
	log: Log;
	meter: Meter;
	program: Program;
	visitors: Visitors;
	/** The résumé for those who come now; SIGHUP may replace it. */
	loaded: Loaded;
	/** The command to come back with. */
	comeBack: string | undefined;
	mount: typeof mount;
	/** Runs what a session does so that an error thrown later, in a timer of a screen's, still finds its session. */
	within: (session: Session, act: () => void) => void;
	connections: Set<Connection>;
	/** Those that have not logged in, or not opened a session since, the oldest first. */
	waiting: Set<Connection>;
	sessions: Set<Session>;
	/** No new visitors. */
	isClosing: boolean;
};
