/** What is counted for an operator. The server counts always; only with `--metrics-port` does anyone look. */
export type Meter = {
	/** A TCP connection was accepted. */
	connected: () => void;
	/** A session began: "viewer", "print" or "refusal". */
	opened: (what: string) => void;
	/** A connection ended, for a reason of `EndReason`. */
	ended: (reason: EndReason) => void;
	/** From a key's arrival to the frame that answers it. */
	keyToFrame: (milliseconds: number) => void;
};

export const silentMeter: Meter = { connected() {}, opened() {}, ended() {}, keyToFrame() {} };

/** Why a connection ended; those of `refusals` are the server's doing. */
export type EndReason = (typeof endings)[number] | Refusal;

export const endings = [
	/** The visitor left the viewer. */
	"quit",
	/** What was asked for was printed. */
	"printed",
	/** What was asked for isn't available; they read why. */
	"refused",
	/** The visitor's side closed, or the network did. */
	"disconnected",
	"idle",
	"max-time",
	/** The visitor's side answered no keepalive. */
	"keepalive",
	"shutdown",
	/** What arrived was not SSH, or not valid. */
	"protocol",
	/** A fault of this program. */
	"fault",
	/** A balancer's own connection: a health check. */
	"check",
] as const;

export const refusals = [
	"login-time",
	"crowded",
	"connections-per-address",
	"visits",
	"visits-per-address",
	"auth-attempts",
	"rekeys",
	"small-packets",
	"behind",
	"unread",
	"unsent",
	"untrusted-proxy",
	"proxy-header",
] as const;

export type Refusal = (typeof refusals)[number];
