import type { Program } from "../program.ts";
import type { Loaded } from "../resume/load.ts";
import type { Admission } from "./admission.ts";
import type { Connection } from "./connection.ts";
import type { Limits } from "./limits.ts";
import type { Log } from "./log.ts";
import type { Meter } from "./meter.ts";
import type { OpenViewer } from "./screen/open-viewer.ts";
import type { Session } from "./session.ts";
import type { Translate } from "./translations.ts";
import type { Turns } from "./turns.ts";
import type { Waiting } from "./waiting.ts";

/** What all connections of one server share. */
export type Service = {
	limits: Limits;
	log: Log;
	meter: Meter;
	program: Program;
	admission: Admission;
	turns: Turns;
	/** The résumé for those who come now; SIGHUP may replace it. */
	loaded: Loaded;
	/** The command to come back with. */
	comeBack: string | undefined;
	openViewer: OpenViewer;
	translate: Translate;
	/** Runs what a session does so that an error thrown later, in a timer of a screen's, still finds its session. */
	within: (session: Session, act: () => void) => void;
	connections: Set<Connection>;
	/** Those without a session. */
	waiting: Waiting<Connection>;
	/** Visits: sessions that were let in. */
	sessions: Set<Session>;
	/** No new visitors. */
	isClosing: boolean;
};
