/** Where the pages of networks are, by the name that one has there. */
const pages: Record<string, string> = {
	bluesky: "https://bsky.app/profile/",
	github: "https://github.com/",
	gitlab: "https://gitlab.com/",
	googlescholar: "https://scholar.google.com/citations?user=",
	instagram: "https://instagram.com/",
	leetcode: "https://leetcode.com/u/",
	linkedin: "https://linkedin.com/in/",
	orcid: "https://orcid.org/",
	reddit: "https://reddit.com/user/",
	researchgate: "https://researchgate.net/profile/",
	stackoverflow: "https://stackoverflow.com/users/",
	telegram: "https://t.me/",
	x: "https://x.com/",
	youtube: "https://youtube.com/@",
};

/** The page of a name in a network; undefined if the network isn't known, or the name isn't one. */
export function profileUrl(network: unknown, username: unknown): string | undefined {
	const page = typeof network === "string" ? network.toLowerCase().replace(/[\s.-]/g, "") : "";
	const mastodon = page === "mastodon" ? /^@?([^@\s]+)@([\w.-]+)$/.exec(String(username)) : undefined;
	if (mastodon) {
		return `https://${mastodon[2]}/@${mastodon[1]}`;
	}

	return Object.hasOwn(pages, page) && /^[\w@./-]+$/.test(String(username)) ? `${pages[page]}${username}` : undefined;
}
