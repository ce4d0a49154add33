import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { RecognitionReturn, ReturnItem } from '#db/recognition/recognition.contract';
import { EVIDENCE_WORDS, sentenceStart } from '#db/recognition/recognition-words.rules';
import { DESK_ROLES } from '#db/shared/access';
import { countOf, formatDateNoWeekday } from '#db/shared/plain-words';
import { useCan, useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { StatusWord, type Tone } from '../shared/StatusWord.tsx';
import { EvidenceForm } from './EvidenceForm.tsx';
import { useSetEvidence } from './recognition.queries.ts';
import { useSayingRefusal } from '../shared/use-saying-refusal.ts';

const TONES: Readonly<Record<ReturnItem['state'], Tone>> = {
  'not-asked': 'quiet',
  'have-it': 'info',
  accepted: 'good',
  'not-met': 'bad',
  'not-amended': 'good',
};

type Props = { readonly groupName: string; readonly open: RecognitionReturn };

/** The task list of a return: each criterion and paper with how it stands, and a key for what came today. */
export function ReturnTasks({ open }: Props) {
  const mayChange = useCan(DESK_ROLES);
  const today = useToday();
  const setEvidence = useSetEvidence();
  const { say } = useToast();
  const saying = useSayingRefusal();
  const [opened, setOpened] = useState<ReturnItem | null>(null);
  const done = open.items.length - open.missing.length;

  const enter = (item: ReturnItem, state: ReturnItem['state']) =>
    saying(async () => {
      const wanted = { returnId: open.id, itemId: item.id };
      await setEvidence.mutateAsync({
        ...wanted,
        state,
        receivedOn: item.receivedOn ?? today,
        evidence: item.evidence,
      });
      say({
        words: `${sentenceStart(item.words)}: ${EVIDENCE_WORDS[item.kind][state].toLowerCase()}.`,
        undo: {
          label: 'Undo',
          run: () =>
            setEvidence.mutateAsync({
              ...wanted,
              state: item.state,
              receivedOn: item.receivedOn,
              evidence: item.evidence,
            }),
        },
      });
    });

  return (
    <Box component="section" aria-label="What is asked" sx={{ mt: 2 }}>
      <Typography variant="h3" sx={{ mb: 1 }}>
        {open.kind === 'first' ? 'Application' : 'Yearly return'}
      </Typography>
      <Typography sx={{ mb: 1 }}>
        {open.items.length === 0
          ? 'The council asks for no criteria and no papers. A manager can enter them in the settings.'
          : `${done} of ${countOf(open.items.length, 'line')} done.${
              open.dueOn === null ? '' : ` Due by ${formatDateNoWeekday(open.dueOn)}.`
            }${
              open.completeOn === null
                ? ''
                : ` Everything is in since ${formatDateNoWeekday(open.completeOn)}.`
            }`}
      </Typography>
      {open.items.length > 0 && (
        <DataTable
          label="What is asked for recognition"
          rows={open.items}
          keyOf={(item) => item.id}
          minWidth="40rem"
          columns={[
            { heading: 'Asked for', cell: (item) => sentenceStart(item.words) },
            {
              heading: 'State',
              cell: (item) => (
                <StatusWord
                  tone={TONES[item.state]}
                  words={EVIDENCE_WORDS[item.kind][item.state]}
                />
              ),
            },
            {
              heading: 'Received',
              cell: (item) =>
                item.receivedOn === null ? '' : formatDateNoWeekday(item.receivedOn),
            },
            { heading: 'Evidence', cell: (item) => item.evidence, isPersonal: true },
            ...(mayChange
              ? [
                  {
                    heading: 'Do',
                    cell: (item: ReturnItem) => (
                      <Keys
                        item={item}
                        onEnter={(state) => void enter(item, state)}
                        onOpen={() => setOpened(item)}
                      />
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {opened !== null && (
        <EvidenceForm returnId={open.id} item={opened} onClose={() => setOpened(null)} />
      )}
    </Box>
  );
}

/** The next step of a line as one key; everything else in its form. */
function Keys(props: {
  readonly item: ReturnItem;
  readonly onEnter: (state: ReturnItem['state']) => void;
  readonly onOpen: () => void;
}) {
  const { item } = props;
  const what = sentenceStart(item.words);
  const key = (words: string, state: ReturnItem['state']) => (
    <Button
      size="small"
      aria-label={`${words} for recognition: ${what}`}
      onClick={() => props.onEnter(state)}
    >
      {words}
    </Button>
  );
  const isWaiting = item.state === 'not-asked' || item.state === 'not-met';
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap' }}>
      {isWaiting && key('Received today', 'have-it')}
      {isWaiting && item.ifAmended && key('Not amended', 'not-amended')}
      {item.state === 'have-it' && key(item.kind === 'paper' ? 'Accept' : 'Met', 'accepted')}
      <Button size="small" aria-label={`Enter more: ${what}`} onClick={props.onOpen}>
        Enter more
      </Button>
    </Box>
  );
}
