// The modules of prom-client that count. Its main module also pushes figures and merges those of several processes.

declare module "prom-client/lib/counter.js" {
	import { Counter } from "prom-client";
	export default Counter;
}

declare module "prom-client/lib/gauge.js" {
	import { Gauge } from "prom-client";
	export default Gauge;
}

declare module "prom-client/lib/histogram.js" {
	import { Histogram } from "prom-client";
	export default Histogram;
}

declare module "prom-client/lib/registry.js" {
	import { Registry } from "prom-client";
	export default Registry;
}

declare module "prom-client/lib/defaultMetrics.js" {
	import { collectDefaultMetrics } from "prom-client";
	export default collectDefaultMetrics;
}
