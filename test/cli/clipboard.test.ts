import assert from "node:assert/strict";
import { test } from "node:test";
import { clipboardCommands } from "../../source/cli/clipboard.ts";

test("each system's own clipboard comes before the terminal's", () => {
	const programs = (environment: Record<string, string>, platform: NodeJS.Platform) =>
		clipboardCommands(environment, platform).map(([program]) => program);
	assert.deepEqual(programs({}, "linux"), []);
	assert.deepEqual(programs({ TMUX: "/tmp/tmux-0/default,1,0" }, "linux"), ["tmux"]);
	assert.deepEqual(programs({ DISPLAY: ":0", TMUX: "x" }, "linux"), ["xclip", "xsel", "tmux"]);
	assert.deepEqual(programs({ WAYLAND_DISPLAY: "wayland-0", DISPLAY: ":0" }, "linux"), ["wl-copy", "xclip", "xsel"]);
	assert.deepEqual(programs({}, "darwin"), ["pbcopy"]);
	assert.deepEqual(programs({}, "win32"), ["powershell.exe"]);
	assert.deepEqual(programs({ WSL_DISTRO_NAME: "Debian" }, "linux"), ["powershell.exe"]);
	assert.deepEqual(programs({ TERMUX_VERSION: "0.118" }, "android"), ["termux-clipboard-set"]);
});
