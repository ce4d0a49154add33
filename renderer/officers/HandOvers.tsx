import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { GroupId } from '#db/groups/groups.contract';
import type { HandOver } from '#db/officers/officers.contract';
import { postWords } from '#db/officers/officers.rules';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { PaperDialog } from '../shared/PaperDialog.tsx';
import { officerPaper, useHandOvers, useMarkLine } from './officers.queries.ts';

type Props = { readonly groupId: GroupId; readonly mayChange: boolean };

/** What is still to be handed over, line by line; lists that are done stay out of the way until asked for. */
export function HandOvers({ groupId, mayChange }: Props) {
  const found = useHandOvers(groupId).data ?? [];
  const [printed, setPrinted] = useState<HandOver | null>(null);
  const [withDone, setWithDone] = useState(false);
  const open = found.filter((one) => one.lines.some((line) => line.doneOn === null));
  const done = found.length - open.length;
  if (found.length === 0) return null;
  return (
    <Box component="section" aria-label="To hand over" sx={{ mt: 2 }}>
      <Typography variant="h3" sx={{ mb: 1 }}>
        To hand over
      </Typography>
      <Box sx={{ display: 'grid', gap: 2 }}>
        {(withDone ? found : open).map((one) => (
          <OneHandOver
            key={one.id}
            handOver={one}
            mayChange={mayChange}
            onPrint={() => setPrinted(one)}
          />
        ))}
      </Box>
      {open.length === 0 && <Typography>Everything is handed over.</Typography>}
      {done > 0 && (
        <Button size="small" onClick={() => setWithDone((before) => !before)}>
          {withDone ? 'Hide the lists that are done' : 'Show the lists that are done'}
        </Button>
      )}
      {printed !== null && (
        <PaperDialog
          isOpen
          title={`Hand-over list, ${postWords(printed.post).toLowerCase()}`}
          load={officerPaper.handOver(printed.id)}
          onClose={() => setPrinted(null)}
        />
      )}
    </Box>
  );
}

function OneHandOver(props: {
  readonly handOver: HandOver;
  readonly mayChange: boolean;
  readonly onPrint: () => void;
}) {
  const { handOver, mayChange } = props;
  const mark = useMarkLine();
  const post = postWords(handOver.post);
  return (
    <Box role="group" aria-label={`Hand-over, ${post.toLowerCase()}`}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <Typography sx={{ fontWeight: 620 }}>
          {post}, from {formatDateNoWeekday(handOver.on)}:{' '}
          <span data-personal="">{whoWords(handOver)}</span>
        </Typography>
        <Button
          size="small"
          aria-label={`Print the hand-over list, ${post.toLowerCase()}`}
          onClick={props.onPrint}
        >
          Print
        </Button>
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {handOver.lines.map((line) => (
          <li key={line.id}>
            <FormControlLabel
              label={
                line.doneOn === null
                  ? line.words
                  : `${line.words} (done on ${formatDateNoWeekday(line.doneOn)})`
              }
              control={
                <Checkbox
                  checked={line.doneOn !== null}
                  disabled={!mayChange || mark.isPending}
                  onChange={(_, isDone) => mark.mutate({ id: line.id, isDone })}
                />
              }
            />
          </li>
        ))}
      </Box>
    </Box>
  );
}

function whoWords({ outgoing, incoming }: HandOver): string {
  if (outgoing === null) return `${incoming?.name ?? ''} takes over`;
  return incoming === null ? `${outgoing.name} hands in` : `${outgoing.name} to ${incoming.name}`;
}
