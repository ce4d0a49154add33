import { Box } from '@mui/material';
import { Fragment, type ReactNode } from 'react';
import { ROOM } from '../app/theme.ts';

export type Fact = {
  readonly label: string;
  readonly value: ReactNode;
  /** Blanked by the privacy button. */
  readonly isPersonal?: boolean;
};

/** What is known of one thing, label beside value, or above it where there is little room. */
export function FactList(props: { readonly facts: readonly Fact[] }) {
  return (
    <Box
      component="dl"
      sx={{
        display: 'grid',
        gridTemplateColumns: '1fr',
        columnGap: 0,
        margin: 0,
        '& > dt': { color: 'text.secondary', paddingTop: 1 },
        '& > dd': { margin: 0, overflowWrap: 'anywhere', fontWeight: 550 },
        [ROOM.wide]: {
          gridTemplateColumns: 'minmax(8rem, max-content) 1fr',
          '& > dt': { paddingInlineEnd: 3 },
          '& > dt, & > dd': {
            paddingBlock: 0.75,
            borderBottom: '1px solid',
            borderColor: 'divider',
          },
        },
      }}
    >
      {props.facts.map((fact) => (
        <Fragment key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.isPersonal ? <span data-personal="">{fact.value}</span> : fact.value}</dd>
        </Fragment>
      ))}
    </Box>
  );
}
