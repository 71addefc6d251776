// The parts of prom-client that one process needs: no cluster, no push gateway, no summaries.
module.exports = {
	Registry: require("prom-client/lib/registry.js"),
	Counter: require("prom-client/lib/counter.js"),
	Gauge: require("prom-client/lib/gauge.js"),
	Histogram: require("prom-client/lib/histogram.js"),
	collectDefaultMetrics: require("prom-client/lib/defaultMetrics.js"),
};
