import { Component, type ReactNode } from 'react';
import { ProblemPanel } from './ProblemPanel.tsx';

type Props = {
  readonly children: ReactNode;
  readonly what?: string;
  /** A change of this starts afresh: the address, so that the next page is not lost with this one. */
  readonly resetKey?: string;
};
type State = { readonly error: unknown; readonly hasFailed: boolean };

/** Keeps a fault in one page or panel from taking the rest of the screen with it. */
export class ProblemBoundary extends Component<Props, State> {
  override state: State = { error: null, hasFailed: false };

  static getDerivedStateFromError(error: unknown): State {
    return { error, hasFailed: true };
  }

  override componentDidUpdate(before: Props): void {
    if (before.resetKey !== this.props.resetKey && this.state.hasFailed) this.#tryAgain();
  }

  readonly #tryAgain = (): void => this.setState({ error: null, hasFailed: false });

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <ProblemPanel
        error={this.state.error}
        what={this.props.what ?? 'This part'}
        onTryAgain={this.#tryAgain}
      />
    );
  }
}
