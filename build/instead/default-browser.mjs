// open asks for the default browser where it is told to open an app "browser"; the program only gives it addresses.
export default function defaultBrowser() {
	throw new Error("no app is opened: see build/instead/default-browser.mjs");
}

export const _windowsBrowserProgIdMap = new Map();
