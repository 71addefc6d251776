/**
 * Figures in the text format that Prometheus reads, version 0.0.4
 * (https://prometheus.io/docs/instrumenting/exposition_formats/).
 */
export const contentType = "text/plain; version=0.0.4; charset=utf-8";

export type Labels = Record<string, string | number>;

/** One line: the name may have a suffix, "_sum". */
export type Sample = { suffix?: string; labels?: Labels; value: number };

/** The metrics of one name. */
export type Metric = {
	name: string;
	help: string;
	type: "counter" | "gauge" | "histogram";
	/** Asked whenever the figures are read. */
	samples: () => Sample[];
};

/** One number, or several with labels. */
export const gauge = (name: string, help: string, read: () => number | Sample[]): Metric => ({
	name,
	help,
	type: "gauge",
	samples() {
		const found = read();
		return typeof found === "number" ? [{ value: found }] : found;
	},
});

export type Counter = Metric & { add: (labels?: Labels, amount?: number) => void };

/**
 * What only grows, for each set of labels by itself.
 * @param known the label sets that are reported before anything is counted.
 */
export function counter(name: string, help: string, known: readonly Labels[] = [{}]): Counter {
	const counts = new Map(known.map((labels) => [JSON.stringify(labels), { labels, value: 0 }]));
	return {
		name,
		help,
		type: "counter",
		samples: () => [...counts.values()],
		add(labels = {}, amount = 1) {
			const key = JSON.stringify(labels);
			counts.set(key, { labels, value: (counts.get(key)?.value ?? 0) + amount });
		},
	};
}

export type Histogram = Metric & { observe: (value: number, labels?: Labels) => void };

/**
 * How many values are how large, for each set of labels by itself.
 * @param bounds upper bounds, ascending; that of all values, `+Inf`, goes without saying.
 * @param known the label sets that are reported before anything is observed.
 */
export function histogram(
	name: string,
	help: string,
	bounds: readonly number[],
	known: readonly Labels[] = [{}],
): Histogram {
	const fresh = (labels: Labels) => ({ labels, buckets: [...bounds, 0].fill(0), sum: 0 });
	const observed = new Map(known.map((labels) => [JSON.stringify(labels), fresh(labels)]));
	return {
		name,
		help,
		type: "histogram",
		samples: () =>
			[...observed.values()].flatMap(({ labels, buckets, sum }) => {
				let count = 0;
				return [
					...buckets.map((each, index) => {
						count += each;
						return {
							suffix: "_bucket",
							labels: { le: number(bounds[index] ?? Number.POSITIVE_INFINITY), ...labels },
							value: count,
						};
					}),
					{ suffix: "_sum", labels, value: sum },
					{ suffix: "_count", labels, value: count },
				];
			}),
		observe(value, labels = {}) {
			const key = JSON.stringify(labels);
			const into = observed.get(key) ?? fresh(labels);
			observed.set(key, into);
			const index = bounds.findIndex((bound) => value <= bound);
			into.buckets[index === -1 ? bounds.length : index]! += 1;
			into.sum += value;
		},
	};
}

/** The text of all of them. */
export const exposition = (metrics: readonly Metric[]): string =>
	metrics
		.map(({ name, help, type, samples }) =>
			[
				`# HELP ${name} ${escapeText(help)}`,
				`# TYPE ${name} ${type}`,
				...samples().map(
					({ suffix = "", labels = {}, value }) => `${name}${suffix}${labelled(labels)} ${number(value)}`,
				),
				"",
			].join("\n"),
		)
		.join("\n");

function labelled(labels: Labels): string {
	const pairs = Object.entries(labels).map(
		([name, value]) => `${name}="${escapeText(String(value)).replaceAll('"', '\\"')}"`,
	);
	return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

const escapeText = (text: string): string => text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");

/** As Go's ParseFloat reads it. */
const number = (value: number): string => String(value).replace(/^(-?)Infinity$/, (_, sign) => `${sign || "+"}Inf`);
