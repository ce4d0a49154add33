import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import type { DoubleReason, LikelyDouble } from '#db/people/people-api.contract';
import { type Person, PERSON_KIND_WORDS } from '#db/people/people.contract';
import { countOf } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { DataTable } from '../shared/DataTable.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { DOUBLE_ACTS } from './double-acts.ts';
import { useDoubles } from './people.queries.ts';

const REASON_WORDS: Readonly<Record<DoubleReason, string>> = {
  'same-name': 'the same name',
  initials: 'initials that fit',
  'same-phone': 'the same phone number',
  'same-email': 'the same e-mail address',
  'same-postcode-and-surname': 'one surname at one postcode',
};

/** Pairs of records that may be one person, with what speaks for it; nothing is put together by itself. */
export function DoublesScreen() {
  const doubles = useDoubles();
  return (
    <>
      <PageHeader title="Possible doubles" />
      <Typography sx={{ mb: 2, maxWidth: '44rem' }}>
        Two people may share a name, a phone or an address. Ask before you put records together.
      </Typography>
      {doubles.isError ? (
        <ProblemPanel
          error={doubles.error}
          what="The list of possible doubles"
          onTryAgain={() => void doubles.refetch()}
        />
      ) : doubles.data === undefined ? (
        <LoadingShape lines={6} />
      ) : doubles.data.pairs.length === 0 ? (
        <EmptyState words="No two records look like one person." />
      ) : (
        <PairsTable pairs={doubles.data.pairs} total={doubles.data.total} />
      )}
    </>
  );
}

function PairsTable(props: { readonly pairs: readonly LikelyDouble[]; readonly total: number }) {
  const { pairs, total } = props;
  const shown =
    pairs.length < total
      ? `The ${pairs.length} likeliest of ${countOf(total, 'pair')}`
      : countOf(total, 'pair');
  return (
    <DataTable
      label="Possible doubles"
      rows={pairs}
      keyOf={({ one, other }) => `${one.id} ${other.id}`}
      minWidth="44rem"
      countWords={shown}
      columns={[
        {
          heading: 'This record',
          cell: ({ one }) => <PersonLines person={one} />,
          isPersonal: true,
        },
        {
          heading: 'And this one',
          cell: ({ other }) => <PersonLines person={other} />,
          isPersonal: true,
        },
        {
          heading: 'What they share',
          cell: ({ reasons }) => reasons.map((reason) => REASON_WORDS[reason]).join(', '),
        },
        ...(DOUBLE_ACTS.length === 0
          ? []
          : [
              {
                heading: 'What to do',
                cell: ({ one, other }: LikelyDouble) => <PairActs one={one} other={other} />,
              },
            ]),
      ]}
    />
  );
}

function PersonLines({ person }: { readonly person: Person }) {
  return (
    <>
      <Link component={RouterLink} to={pathTo.person(person.id)}>
        {person.name}
      </Link>
      <Box sx={{ color: 'text.secondary' }}>
        {[PERSON_KIND_WORDS[person.kind], person.phone].filter((part) => part !== '').join(', ')}
      </Box>
    </>
  );
}

function PairActs({ one, other }: { readonly one: Person; readonly other: Person }) {
  return (
    <>
      {DOUBLE_ACTS.map(({ words, to }) => (
        <Button
          key={words}
          size="small"
          component={RouterLink}
          to={to(one.id, other.id)}
          aria-label={`${words}: ${one.name} and ${other.name}`}
        >
          {words}
        </Button>
      ))}
    </>
  );
}
