/**
 * What one visitor may take from all others: every bound of the server, in one place. Times are milliseconds, sizes
 * bytes. Options of `serve` replace some of them, tests replace any.
 */
export type Limits = typeof LIMITS;

export const LIMITS = {
	/** From the TCP accept to the client's KEXINIT: a silent socket is gone after that. */
	silentTime: 8_000,
	/** From the client's KEXINIT to the end of authentication: someone may be comparing the host key's fingerprint. */
	loginTime: 60_000,
	/** How long a connection may stay without a session, before its first one and after its last one. */
	lingerTime: 60_000,
	/** Connections without a session; above it one of them is dropped: see `Waiting`. */
	waiting: 400,
	/** Visits at once; above it a visitor is asked to come back. */
	visits: 500,
	/** Visits at once from one address, a /64 for IPv6. A lecture hall may be one address. */
	visitsPerAddress: 100,
	/** New connections from one address. */
	connectionsPerAddress: { capacity: 200, perSecond: 20, debt: 0 },
	/** Sessions at once on one connection, as OpenSSH's MaxSessions. */
	sessionsPerConnection: 10,
	/** Sessions opened on one connection. */
	openings: { capacity: 50, perSecond: 2, debt: 0 },
	authAttempts: 6,
	/** Key exchanges that the client asks for after the first. */
	rekeys: { capacity: 60, perSecond: 2, debt: 0 },
	/**
	 * Milliseconds of the processor that one address may use. What is over it waits, whoever else is there or not; below
	 * it all take turns: see `Turns`.
	 */
	processor: { capacity: 3_000, perSecond: 600, debt: 0 },
	/** How long more may arrive on a connection than is read before it is dropped. */
	behindTime: 20_000,
	/** Window changes that reach the screen; of those that come faster, the last one does. */
	resizesPerSecond: 20,
	/** Input that the screen has not taken. */
	unread: 512 * 1024,
	/** Output that the visitor's side has not taken. */
	unsent: 512 * 1024,
	/** The same, above which no frame is drawn: a slow terminal is shown the latest one once it has caught up. */
	ahead: 64 * 1024,
	idleTime: 10 * 60_000,
	sessionTime: 60 * 60_000,
	/** How long before an end by the clock the visitor is warned, or half of the time if that's shorter. */
	warning: 60_000,
	keepaliveInterval: 15_000,
	keepaliveCount: 3,
	/** The client must take packets of at least this size: one byte a packet would cost the server a cipher call a byte. */
	smallestPacket: 256,
	/** The longest command line that is read, in characters. */
	command: 1024,
	/** How long a visitor whose session is over has to take the next 32 KB of what is sent: a slow link may need it. */
	closing: 30_000,
	/** The same for one who was turned away. */
	refusing: 2_000,
	/** How long a connection may stay open once it is turned away or the server closes, and all was sent. */
	parting: 200,
	/** From SIGTERM to the last connection closed by force. */
	shutdown: 700,
	/** Log lines; if they come faster, only their number is logged. */
	logLines: { capacity: 200, perSecond: 50, debt: 0 },
};

/** A terminal this large is larger than any screen; what is over it is cut, so that a lie costs nothing. */
const MOST_COLUMNS = 300;
const MOST_ROWS = 100;

/**
 * The size a screen is drawn for. RFC 4254 §6.2 says that zero is to be ignored: it is what clients without a terminal
 * send.
 */
export function terminalSize(columns: number, rows: number): { columns: number; rows: number } {
	return {
		columns: columns > 0 ? Math.min(columns, MOST_COLUMNS) : 80,
		rows: rows > 0 ? Math.min(rows, MOST_ROWS) : 24,
	};
}

/** A token bucket: `capacity` at once, then `perSecond`; what is taken beyond it is debt, up to `debt`. */
export type Rate = { capacity: number; perSecond: number; debt: number };

/** The tokens left at a time; negative is debt. */
export type Bucket = { readonly tokens: number; readonly at: number };

export const fullBucket = ({ capacity }: Rate, now: number): Bucket => ({ tokens: capacity, at: now });

/** The bucket as time has filled it; `now` in milliseconds. */
export function refill({ tokens, at }: Bucket, { capacity, perSecond }: Rate, now: number): Bucket {
	return { tokens: Math.min(capacity, tokens + (Math.max(0, now - at) / 1000) * perSecond), at: now };
}

/** The bucket after taking from it, whether or not there is so much in it. */
export function take(bucket: Bucket, rate: Rate, amount: number, now: number): Bucket {
	const { tokens } = refill(bucket, rate, now);
	return { tokens: tokens - amount, at: now };
}

/** Whether more was taken than may be owed. */
export const isOverdrawn = ({ tokens }: Bucket, { debt }: Rate): boolean => tokens < -debt;
