import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { isRepKind } from '#db/groups/kinds.rules';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { TickIcon } from '../shared/icons.tsx';
import { PaperMenu, type ShownPaper } from '../shared/PaperMenu.tsx';
import { useSayingRefusal } from '../shared/use-saying-refusal.ts';
import { EndGroupForm } from './EndGroupForm.tsx';
import { groupPaper, useConfirmGroup, useUndoEnd } from './group-record.queries.ts';
import type { PartProps } from './part-props.ts';

/** What is done with the group as a whole: confirmed, printed, ended. */
export function GroupActions({ record, mayChange }: PartProps) {
  const confirm = useConfirmGroup();
  const undoEnd = useUndoEnd();
  const today = useToday();
  const { say } = useToast();
  const saying = useSayingRefusal();
  const [isEnding, setIsEnding] = useState(false);
  const { id, name, version, lastConfirmedOn } = record;
  const hasEnded = record.endedOn !== null;

  const confirmToday = () =>
    saying(async () => {
      const saved = await confirm.mutateAsync({ id, on: today, version });
      say({
        words: `Everything about ${name} is confirmed today.`,
        undo: {
          label: 'Undo',
          run: () => confirm.mutateAsync({ id, on: lastConfirmedOn, version: saved.version }),
        },
      });
    });

  const takeBack = () =>
    saying(async () => {
      await undoEnd.mutateAsync({ id, version });
      say({ words: `${name} goes on.` });
    });

  const papers: readonly ShownPaper[] = [
    { title: 'Group record sheet', load: groupPaper.record(id) },
    ...(isRepKind(record.kind)
      ? [{ title: 'Registration of the representative', load: groupPaper.repForm(id) }]
      : [
          { title: 'Starter pack', load: groupPaper.starterPack(id) },
          { title: 'Registration of the group', load: groupPaper.otherForm(id) },
        ]),
  ];

  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mt: 2 }}>
      {mayChange && !hasEnded && (
        <Button
          variant="outlined"
          startIcon={<TickIcon />}
          disabled={lastConfirmedOn === today}
          onClick={() => void confirmToday()}
        >
          Everything in order, confirmed today
        </Button>
      )}
      <PaperMenu words="Print a paper" papers={papers} of={name} />
      {mayChange &&
        (hasEnded ? (
          <Button variant="outlined" onClick={() => void takeBack()}>
            Take back that it ended
          </Button>
        ) : (
          <Button variant="outlined" onClick={() => setIsEnding(true)}>
            Note that the group ended
          </Button>
        ))}
      <Typography sx={{ color: 'text.secondary' }}>
        {lastConfirmedOn === null
          ? 'Never confirmed yet.'
          : `Last confirmed on ${formatDateNoWeekday(lastConfirmedOn)}.`}
      </Typography>
      {isEnding && <EndGroupForm record={record} onClose={() => setIsEnding(false)} />}
    </Box>
  );
}
