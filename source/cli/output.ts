import process from "node:process";

/**
 * Writes to standard output, resolving when it is handed over. A reader that has left early (`| head -1`) wanted no
 * more: that is no error.
 */
export function writeOut(text: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const { stdout } = process;
		const onError = (error: NodeJS.ErrnoException) => (error.code === "EPIPE" ? resolve() : reject(error));
		stdout.once("error", onError);
		stdout.write(text, (error) => {
			if (error) {
				onError(error);
			} else {
				resolve();
			}
		});
	});
}
