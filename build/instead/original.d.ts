// What a file here stands for, as it is published: see build/aliases.mjs.
declare module "original:*" {
	// biome-ignore lint/suspicious/noExplicitAny: any class of any package
	const original: any;
	export default original;
}
