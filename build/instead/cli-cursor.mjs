// cli-cursor loads restore-cursor, which at every exit writes the escape that shows the cursor onto standard error, also
// where that is a file or a server's log. Ink shows the cursor again itself, on the stream where it hid it.
const write = (stream, text) => {
	if (stream.isTTY) {
		stream.write(text);
	}
};

export default {
	hide: (stream) => write(stream, "\u001B[?25l"),
	show: (stream) => write(stream, "\u001B[?25h"),
};
