import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import { AGREEMENT_KIND_WORDS, type Agreement } from '#db/agreements/agreements.contract';
import { dateOf, localDateTimeOf } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { DataTable } from '../shared/DataTable.tsx';
import { type Fact, FactList } from '../shared/FactList.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { dayWords, stateWords } from './agreement-words.ts';

/** What is on record about an agreement: whose, what it says, who signed, what is to be done, what happened. */
export function AgreementParts({ agreement }: { readonly agreement: Agreement }) {
  return (
    <>
      <StatusWord {...stateWords(agreement)} />
      <FactList facts={factsOf(agreement)} />
      {agreement.responsibilities.length > 0 && (
        <Part title="Who does what, and to what standard">
          <DataTable
            label="Who does what"
            rows={numbered(agreement.responsibilities)}
            keyOf={(row) => row.key}
            columns={[
              { heading: 'Who', cell: (row) => row.who },
              { heading: 'Does what', cell: (row) => row.what },
              { heading: 'To what standard', cell: (row) => row.standard },
            ]}
          />
        </Part>
      )}
      <Part title="Who signs">
        {agreement.parties.length === 0 ? (
          <Typography>Nobody is named yet.</Typography>
        ) : (
          <DataTable
            label="Who signs"
            rows={numbered(agreement.parties)}
            keyOf={(row) => row.key}
            columns={[
              {
                heading: 'Party',
                cell: ({ name, role }) => (role === '' ? name : `${name}, ${role}`),
              },
              { heading: 'Name', isPersonal: true, cell: (row) => row.signatoryName },
              {
                heading: 'Signed',
                cell: ({ signedOn }) =>
                  signedOn === null ? (
                    <StatusWord tone="warning" words="Not signed" />
                  ) : (
                    <StatusWord tone="good" words={dayWords(signedOn)} />
                  ),
              },
            ]}
          />
        )}
      </Part>
      {agreement.actions.length > 0 && (
        <Part title="Action list">
          <DataTable
            label="Action list"
            rows={numbered(agreement.actions)}
            keyOf={(row) => row.key}
            columns={[
              { heading: 'What', cell: (row) => row.what },
              { heading: 'Who', isPersonal: true, cell: (row) => row.who },
              { heading: 'By', isShort: true, cell: (row) => dayWords(row.by) },
              { heading: 'Done', isShort: true, cell: (row) => dayWords(row.doneOn) },
            ]}
          />
        </Part>
      )}
      <Part title="Versions">
        <DataTable
          label="Versions"
          rows={agreement.versions}
          keyOf={(version) => String(version.number)}
          columns={[
            {
              heading: 'When',
              isShort: true,
              cell: ({ at }) => formatDateNoWeekday(dateOf(localDateTimeOf(at))),
            },
            { heading: 'What', cell: ({ what }) => what },
            { heading: 'Who', isPersonal: true, cell: ({ by }) => by },
            {
              heading: 'Its words then',
              isPersonal: true,
              cell: ({ title, scope, aims, responsibilities }) =>
                [title, scope, aims, ...responsibilities.map(({ who, what }) => `${who}: ${what}`)]
                  .filter((part) => part !== '')
                  .join('. '),
            },
          ]}
        />
      </Part>
    </>
  );
}

/** Rows that have no name of their own, told apart by their place. */
const numbered = <Row extends object>(rows: readonly Row[]): readonly (Row & { key: string })[] =>
  rows.map((row, at) => ({ ...row, key: String(at) }));

function Part(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Box component="section" aria-label={props.title} sx={{ mt: 3 }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {props.title}
      </Typography>
      {props.children}
    </Box>
  );
}

function factsOf(agreement: Agreement): readonly Fact[] {
  const { groupId, personId } = agreement;
  const text = (label: string, value: string, isPersonal = false): readonly Fact[] =>
    value === ''
      ? []
      : [{ label, isPersonal, value: <span style={{ whiteSpace: 'pre-line' }}>{value}</span> }];
  const link = (words: string, to: string): ReactNode => (
    <Link component={RouterLink} to={to}>
      {words}
    </Link>
  );
  return [
    { label: 'Reference', value: agreement.reference },
    { label: 'Kind', value: AGREEMENT_KIND_WORDS[agreement.kind] },
    ...(personId === null
      ? []
      : [
          {
            label: 'Who promises',
            isPersonal: true,
            value: link(agreement.personName, pathTo.person(personId)),
          },
        ]),
    ...(groupId === null
      ? []
      : [{ label: 'Group', value: link(agreement.groupName, pathTo.group(groupId)) }]),
    ...text('Areas', agreement.areaNames.join(', ')),
    ...text('What it is about', agreement.scope),
    ...text('Aims', agreement.aims),
    ...text('Version of the code', agreement.codeVersion),
    ...text('What the group adds', agreement.addedClauses),
    ...text('Next review', dayWords(agreement.reviewOn)),
    ...text('Who was consulted', agreement.whoWasConsulted, true),
    ...text('How good it is', agreement.qualityNote),
    ...text('Why it ended', agreement.endedWhy, true),
  ];
}
