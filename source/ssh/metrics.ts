import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { endings, type Meter, refusals } from "./meter.ts";
import { processMetrics } from "./process-metrics.ts";
import { contentType, counter, exposition, gauge, histogram, type Metric } from "./prometheus.ts";
import { cannotListen } from "./server.ts";

const HOST = "127.0.0.1";

/** Figures as Prometheus reads them, and what counts them. */
export type Metrics = { meter: Meter; metrics: Metric[] };

export function createMetrics(sessions: () => number): Metrics {
	const connections = counter("ssh_connections_total", "TCP connections accepted.");
	const opened = counter("ssh_sessions_total", "Visits begun, by what was opened.", []);
	const ended = counter("ssh_connections_ended_total", "Connections ended, by why.", byReason(endings));
	const refused = counter(
		"ssh_refusals_total",
		"Connections that the server ended for a limit, by which.",
		byReason(refusals),
	);
	const keyToFrame = histogram(
		"ssh_key_to_frame_seconds",
		"From a key's arrival to the frame that answers it.",
		[0.001, 0.002, 0.003, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1],
	);
	return {
		metrics: [
			...processMetrics(),
			gauge("ssh_sessions", "Visits at the moment.", sessions),
			connections,
			opened,
			ended,
			refused,
			keyToFrame,
		],
		meter: {
			connected: () => connections.add(),
			opened: (what) => opened.add({ opened: what }),
			ended: (reason) => (isRefusal(reason) ? refused : ended).add({ reason }),
			keyToFrame: (milliseconds) => keyToFrame.observe(milliseconds / 1000),
		},
	};
}

const byReason = (reasons: readonly string[]) => reasons.map((reason) => ({ reason }));

const isRefusal = (reason: string) => (refusals as readonly string[]).includes(reason);

/**
 * Answers `/metrics`, and `/ready` with 200 while visitors are let in and 503 when they are not; to this machine alone.
 * @throws {UserError} if the port cannot be listened on.
 */
export function serveMetrics(
	port: number,
	metrics: readonly Metric[],
	{ isReady }: { isReady: () => boolean },
): Promise<{ port: number; close: () => void }> {
	const server: Server = createServer((request, response) => {
		response.setHeader("Content-Type", "text/plain; charset=utf-8");
		if (request.url === "/ready") {
			response.statusCode = isReady() ? 200 : 503;
			response.end(isReady() ? "ready\n" : "closing\n");
		} else if (request.url === "/metrics") {
			response.setHeader("Content-Type", contentType);
			response.end(exposition(metrics));
		} else {
			response.statusCode = 404;
			response.end("there is /metrics and /ready\n");
		}
	});
	return new Promise((resolve, reject) => {
		server.once("error", (error) => reject(cannotListen(error, HOST, port)));
		server.listen(port, HOST, () => {
			resolve({
				port: (server.address() as AddressInfo).port,
				close: () => {
					server.close();
					server.closeAllConnections();
				},
			});
		});
	});
}
