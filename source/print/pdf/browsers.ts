import { accessSync, constants, statSync } from "node:fs";
import path from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

/** What Chromium, Chrome and Edge are called where they are installed: a name on the PATH, or a place of its own. */
function candidates(platform: NodeJS.Platform, env: Environment): string[] {
	switch (platform) {
		case "darwin":
			return ["Google Chrome", "Chromium", "Microsoft Edge"].flatMap((name) =>
				["/Applications", `${env.HOME ?? ""}/Applications`].map(
					(folder) => `${folder}/${name}.app/Contents/MacOS/${name}`,
				),
			);
		case "win32":
			return [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].flatMap((folder) =>
				folder === undefined
					? []
					: [
							path.win32.join(folder, "Google", "Chrome", "Application", "chrome.exe"),
							path.win32.join(folder, "Chromium", "Application", "chrome.exe"),
							path.win32.join(folder, "Microsoft", "Edge", "Application", "msedge.exe"),
						],
			);
		default:
			return [
				"chromium",
				"chromium-browser",
				"google-chrome",
				"google-chrome-stable",
				"microsoft-edge",
				"microsoft-edge-stable",
			];
	}
}

/** The browser that prints, if there is one. */
export const findBrowser = (platform: NodeJS.Platform, env: Environment): string | undefined =>
	candidates(platform, env)
		.map((candidate) => findProgram(candidate, env))
		.find((found) => found !== undefined);

/** @param name a path, or the name of a program on the PATH. @returns the path of what can be run. */
export function findProgram(name: string, env: Environment): string | undefined {
	const places = /[\\/]/.test(name)
		? [name]
		: (env.PATH ?? "").split(path.delimiter).map((folder) => path.join(folder, name));
	return places.find(isProgram);
}

function isProgram(file: string): boolean {
	try {
		accessSync(file, constants.X_OK);
		return statSync(file).isFile();
	} catch {
		return false;
	}
}
