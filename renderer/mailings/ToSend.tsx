import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type ReactNode, useState } from 'react';
import type { LabelSheet, Mailing } from '#db/mailings/mailings.contract';
import { countOf } from '#db/shared/plain-words';
import { Card } from '../shared/Card.tsx';
import { PrintIcon } from '../shared/icons.tsx';
import { PaperDialog } from '../shared/PaperDialog.tsx';
import { SaveFileButton } from '../shared/SaveFileButton.tsx';
import { CopyDialog } from './CopyDialog.tsx';
import { LabelsDialog } from './LabelsDialog.tsx';
import { LettersButton } from './LettersButton.tsx';
import { addressLabels, callSheet, exportEmails, useSending } from './mailings.queries.ts';

type Open =
  | { readonly what: 'emails' | 'texts' | 'words' | 'labels' | 'calls' }
  | { readonly what: 'sheet'; readonly sheet: LabelSheet; readonly startAt: number };

/** What goes out by each way: letters and labels to print, addresses and numbers to copy, people to ring. */
export function ToSend(props: {
  readonly mailing: Mailing;
  readonly letters: number;
  readonly letterFiles: number;
  readonly madeByHand: number;
  readonly startsWithLetters: boolean;
  readonly onLettersClosed: () => void;
}) {
  const { mailing, letters, letterFiles, madeByHand } = props;
  const sending = useSending(mailing.id);
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  const emails = sending.data?.emails ?? [];
  const texts = sending.data?.texts ?? [];
  const copyWords = (
    <Button variant="outlined" onClick={() => setOpen({ what: 'words' })}>
      Copy the words
    </Button>
  );
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 19rem), 1fr))',
        my: 3,
      }}
    >
      {mailing.byChannel.letter > 0 && (
        <Way
          title="Letters"
          words={`${countOf(letters, 'letter')} to print${madeByHand > 0 ? `, and ${madeByHand} to make by hand` : ''}, sorted by postcode. Each begins on a new sheet and fits a window envelope.`}
        >
          <LettersButton
            mailing={mailing}
            files={letterFiles}
            startsAtOnce={props.startsWithLetters}
            onClose={props.onLettersClosed}
          />
          <Button variant="outlined" onClick={() => setOpen({ what: 'labels' })}>
            Print address labels
          </Button>
        </Way>
      )}
      {mailing.byChannel.email > 0 && (
        <Way
          title="E-mails"
          words={`${countOf(emails.length, 'address', 'addresses')}. Put them into BCC, so that nobody reads the others’ addresses.`}
        >
          <Button variant="contained" onClick={() => setOpen({ what: 'emails' })}>
            Copy the addresses
          </Button>
          {copyWords}
          <SaveFileButton words="Save as a spreadsheet" load={exportEmails(mailing.id)} />
        </Way>
      )}
      {mailing.byChannel.text > 0 && (
        <Way title="Text messages" words={`${countOf(texts.length, 'number')}.`}>
          <Button variant="contained" onClick={() => setOpen({ what: 'texts' })}>
            Copy the numbers
          </Button>
          {copyWords}
        </Way>
      )}
      {mailing.byChannel.phone > 0 && (
        <Way
          title="Phone calls"
          words={`${countOf(mailing.byChannel.phone, 'person', 'people')} to ring. Note below what came of each call.`}
        >
          <Button
            variant="contained"
            startIcon={<PrintIcon />}
            onClick={() => setOpen({ what: 'calls' })}
          >
            Print the call sheet
          </Button>
        </Way>
      )}
      {open?.what === 'emails' && (
        <CopyDialog
          title="Addresses for BCC"
          hint="Paste them into BCC, never into To."
          text={emails.map(({ to }) => to).join('; ')}
          onClose={close}
        />
      )}
      {open?.what === 'texts' && (
        <CopyDialog
          title="Numbers for text messages"
          hint="One number a line."
          text={texts.map(({ to }) => to).join('\n')}
          onClose={close}
        />
      )}
      {open?.what === 'words' && (
        <CopyDialog
          title="Words of the message"
          hint="The same for everybody: no name stands in it."
          text={`${sending.data?.words ?? ''}\n\n${mailing.askedBy}`}
          onClose={close}
        />
      )}
      {open?.what === 'labels' && (
        <LabelsDialog
          onChoose={(wanted) => setOpen({ what: 'sheet', ...wanted })}
          onClose={close}
        />
      )}
      {open?.what === 'sheet' && (
        <PaperDialog
          isOpen
          hasOneSize
          title={`Labels ${mailing.reference}`}
          load={addressLabels(mailing.id, open.sheet, open.startAt)}
          onClose={close}
        />
      )}
      {open?.what === 'calls' && (
        <PaperDialog
          isOpen
          title={`Call sheet ${mailing.reference}`}
          load={callSheet(mailing.id)}
          onClose={close}
        />
      )}
    </Box>
  );
}

function Way(props: {
  readonly title: string;
  readonly words: string;
  readonly children: ReactNode;
}) {
  return (
    <Card component="section" title={props.title}>
      <Typography sx={{ my: 1 }}>{props.words}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>{props.children}</Box>
    </Card>
  );
}
