// Ink shows an overview of an error with source text and paths, which is nothing for a visitor: the program's own error
// boundary comes before it, and says what happened once the terminal is given back.
export default function ErrorOverview() {
	return null;
}
