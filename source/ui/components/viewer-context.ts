import { createContext } from "react";
import { createTheme, type Theme } from "../../theme.ts";

/** What every component may need and no component may decide. */
export type ViewerContextValue = {
	theme: Theme;
	/** Whether OSC 8 links are written. */
	hasHyperlinks: boolean;
};

export const ViewerContext = createContext<ViewerContextValue>({
	theme: createTheme({ hasColours: false }),
	hasHyperlinks: false,
});
