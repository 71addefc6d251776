import { Component, type PropsWithChildren } from "react";

/**
 * Catches what a screen throws. Ink would show the visitor an overview with source text and paths; here nothing is
 * drawn, and `onError` gives the terminal back.
 */
export class ErrorBoundary extends Component<PropsWithChildren<{ onError: (error: unknown) => void }>> {
	override state = { hasFailed: false };

	static getDerivedStateFromError() {
		return { hasFailed: true };
	}

	override componentDidCatch(error: unknown) {
		this.props.onError(error);
	}

	override render() {
		return this.state.hasFailed ? null : this.props.children;
	}
}
