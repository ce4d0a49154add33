import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import {
  type AskedPerson,
  type Mailing,
  MAILING_CHANNEL_WORDS,
  MailingChannel,
} from '#db/mailings/mailings.contract';
import { FORMAT_NEED_WORDS } from '#db/people/person-record.contract';
import { countOf } from '#db/shared/plain-words';
import { PlainSelect } from '../people/PlainSelect.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { PersonLink } from './ChoiceLists.tsx';
import { wayWords } from './mailing-words.ts';
import { OutcomeCell } from './OutcomeCell.tsx';

/** What is chosen apart from the ways: what is made by hand, and who has not been reached yet. */
const SHOWN = [
  ...MailingChannel.options.map((value) => ({ value, words: MAILING_CHANNEL_WORDS[value] })),
  { value: 'by-hand', words: 'Made by hand' },
  { value: 'open', words: 'Nothing noted, or call again' },
];

const isOpen = ({ outcomes: [latest] }: AskedPerson): boolean =>
  latest === undefined || latest.outcome === 'no-answer' || latest.outcome === 'call-again';

function isShown(person: AskedPerson, shown: string): boolean {
  if (shown === '') return true;
  if (shown === 'by-hand') return person.isMadeByHand;
  return shown === 'open' ? isOpen(person) : person.channel === shown;
}

/** Everybody who was asked, in which way, and what came of it. */
export function AskedTable(props: {
  readonly mailing: Mailing;
  readonly asked: readonly AskedPerson[];
  readonly onShowAll: () => void;
}) {
  const { mailing, asked, onShowAll } = props;
  const [shown, setShown] = useState('');
  const rows = asked.filter((person) => isShown(person, shown));
  return (
    <Box component="section" aria-label="Who was asked">
      <Typography variant="h2" sx={{ mb: 1 }}>
        Who was asked
      </Typography>
      <Box sx={{ mb: 1.5 }}>
        <PlainSelect
          label="Show"
          value={shown}
          options={SHOWN}
          emptyWords="Everybody"
          onChoose={setShown}
        />
      </Box>
      <DataTable
        label="Who was asked"
        rows={rows}
        keyOf={({ personId }) => personId}
        minWidth="44rem"
        countWords={
          asked.length < mailing.people
            ? `Of the first ${asked.length} of ${countOf(mailing.people, 'person', 'people')}.`
            : countOf(rows.length, 'person', 'people')
        }
        columns={[
          { heading: 'Name', isPersonal: true, cell: (person) => <PersonLink {...person} /> },
          { heading: 'How', cell: wayWords },
          { heading: 'Reached by', isPersonal: true, cell: reachedBy },
          { heading: 'Area', cell: ({ areaName }) => areaName },
          {
            heading: 'What came of it',
            isPersonal: true,
            cell: (person) => <OutcomeCell mailing={mailing} person={person} />,
          },
        ]}
      />
      {asked.length < mailing.people && (
        <Button variant="outlined" onClick={onShowAll} sx={{ mt: 1.5 }}>
          Show everybody
        </Button>
      )}
    </Box>
  );
}

function reachedBy(person: AskedPerson): string {
  switch (person.channel) {
    case 'letter':
      return person.isMadeByHand ? FORMAT_NEED_WORDS[person.format] : 'Post';
    case 'email':
      return person.email;
    case 'text':
      return person.textNumber;
    case 'phone':
      return person.phone;
  }
}
