// signal-exit 3 loads node:assert; version 4 does the same work without. Ink and restore-cursor ask for 3.
export { onExit as default, onExit } from "signal-exit";
