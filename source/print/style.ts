import { type Accent, type ColourDepth, usualAccent } from "../accent.ts";
import { paint } from "../paint.ts";
import { createTheme, type Role } from "../theme.ts";

/** How the parts of printed text are set off; each gives the text with or without its colours. */
export type Style = {
	name: (text: string) => string;
	heading: (text: string) => string;
	title: (text: string) => string;
	quiet: (text: string) => string;
	owner: (text: string) => string;
	link: (text: string) => string;
	strong: (text: string) => string;
	emphasis: (text: string) => string;
	/** `` `code` `` in a text. */
	literal: (text: string) => string;
	/** A QR code: black on white, whatever the terminal's own background. */
	code: (text: string) => string;
};

/** As in the viewer's theme. */
export function colouredStyle(accent: Accent = usualAccent, colourDepth: ColourDepth = 4): Style {
	const theme = createTheme({ hasColours: true, colourDepth }, accent);
	const as = (role: Role) => (text: string) => paint(text, theme[role]);
	return {
		name: as("name"),
		heading: as("heading"),
		title: as("title"),
		quiet: as("quiet"),
		owner: as("owner"),
		link: as("link"),
		strong: as("strong"),
		emphasis: as("emphasis"),
		literal: as("literal"),
		code: as("code"),
	};
}
