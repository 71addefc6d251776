import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Counter from "prom-client/lib/counter.js";
import collectDefaultMetrics from "prom-client/lib/defaultMetrics.js";
import Gauge from "prom-client/lib/gauge.js";
import Histogram from "prom-client/lib/histogram.js";
import Registry from "prom-client/lib/registry.js";
import { endings, type Meter, refusals } from "./meter.ts";
import { cannotListen } from "./server.ts";

const HOST = "127.0.0.1";

/** Figures as Prometheus reads them, and what counts them. */
export type Metrics = { meter: Meter; registry: InstanceType<typeof Registry> };

export function createMetrics(sessions: () => number): Metrics {
	const registry = new Registry();
	const registers = [registry];
	collectDefaultMetrics({ register: registry });
	new Gauge({
		name: "ssh_sessions",
		help: "Visits at the moment.",
		registers,
		collect() {
			this.set(sessions());
		},
	});
	const connections = new Counter({ name: "ssh_connections_total", help: "TCP connections accepted.", registers });
	const opened = new Counter({
		name: "ssh_sessions_total",
		help: "Visits begun, by what was opened.",
		labelNames: ["opened"],
		registers,
	});
	const ended = new Counter({
		name: "ssh_connections_ended_total",
		help: "Connections ended, by why.",
		labelNames: ["reason"],
		registers,
	});
	const refused = new Counter({
		name: "ssh_refusals_total",
		help: "Connections that the server ended for a limit, by which.",
		labelNames: ["reason"],
		registers,
	});
	// Prometheus sees a counter rise only if it was there before.
	for (const reason of endings) {
		ended.inc({ reason }, 0);
	}

	for (const reason of refusals) {
		refused.inc({ reason }, 0);
	}

	const keyToFrame = new Histogram({
		name: "ssh_key_to_frame_seconds",
		help: "From a key's arrival to the frame that answers it.",
		buckets: [0.001, 0.002, 0.003, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1],
		registers,
	});
	return {
		registry,
		meter: {
			connected: () => connections.inc(),
			opened: (what) => opened.inc({ opened: what }),
			ended: (reason) => (isRefusal(reason) ? refused : ended).inc({ reason }),
			keyToFrame: (milliseconds) => keyToFrame.observe(milliseconds / 1000),
		},
	};
}

const isRefusal = (reason: string) => (refusals as readonly string[]).includes(reason);

/**
 * Answers `/metrics`, and `/ready` with 200 while visitors are let in and 503 when they are not; to this machine alone.
 * @throws {UserError} if it can't listen on the port.
 */
export function serveMetrics(
	port: number,
	registry: Metrics["registry"],
	{ isReady }: { isReady: () => boolean },
): Promise<{ port: number; close: () => void }> {
	const server: Server = createServer((request, response) => {
		const answer = (status: number, text: string, type = "text/plain; charset=utf-8") => {
			response.writeHead(status, { "Content-Type": type }).end(text);
		};
		if (request.url === "/ready") {
			isReady() ? answer(200, "ready\n") : answer(503, "closing\n");
		} else if (request.url === "/metrics") {
			registry.metrics().then(
				(text) => answer(200, text, registry.contentType),
				(error: unknown) => answer(500, `${error}\n`),
			);
		} else {
			answer(404, "try /metrics or /ready\n");
		}
	});
	return new Promise((resolve, reject) => {
		server.once("error", (error) => reject(cannotListen(error, HOST, port, "--metrics-port")));
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
