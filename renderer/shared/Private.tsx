import type { ReactNode } from 'react';

/** Marks words about a person, so that the privacy button blanks them while a visitor can see the screen. */
export function Private(props: { readonly children: ReactNode }) {
  return <span data-personal="">{props.children}</span>;
}
