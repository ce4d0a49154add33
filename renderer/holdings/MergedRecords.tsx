import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import type { Merge, RecordKind } from '#db/holdings/holdings.contract';
import { DESK_ROLES } from '#db/shared/access';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { useCan } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { useSayingRefusal } from '../shared/use-saying-refusal.ts';
import { useMergesOf, useUndoJoin } from './holdings.queries.ts';
import { countsWords, mergePathOf, undoneWords } from './merge-words.ts';

type Props = { readonly kind: RecordKind; readonly id: string };

/** On the page of a kept record: what was put together with it, with the way back, and the way to put more. */
export function MergedRecords({ kind, id }: Props) {
  const mayChange = useCan(DESK_ROLES);
  const merges = useMergesOf({ kind, id }, mayChange);
  if (!mayChange) return null;
  const here = (merges.data ?? []).filter((one) => one.lostId !== id);
  return (
    <Box component="section" aria-label="Same record twice" sx={{ mt: 3 }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        Same record twice
      </Typography>
      {here.map((merge) => (
        <MergeLine key={merge.id} merge={merge} />
      ))}
      <Button variant="outlined" component={RouterLink} to={mergePathOf(kind, id)}>
        Put another record together with this
      </Button>
    </Box>
  );
}

function MergeLine({ merge }: { readonly merge: Merge }) {
  const undo = useUndoJoin();
  const { say } = useToast();
  const saying = useSayingRefusal();

  async function takeBack(): Promise<void> {
    await saying(async () => {
      say({ words: undoneWords(await undo.mutateAsync(merge.id)) });
    });
  }

  return (
    <Box sx={{ mb: 2 }}>
      <Typography>
        <span data-personal={merge.kind === 'person' ? '' : undefined}>{merge.lostName}</span> was
        put together with this on {formatDateNoWeekday(merge.mergedOn)} by {merge.mergedBy}
        {merge.isUndone ? ', and taken apart again.' : '.'}
      </Typography>
      {merge.moved.length > 0 && (
        <Typography sx={{ color: 'text.secondary' }}>Moved: {countsWords(merge.moved)}</Typography>
      )}
      {merge.left.length > 0 && (
        <Typography sx={{ color: 'text.secondary' }}>
          Stayed here because it was changed since: {countsWords(merge.left)}
        </Typography>
      )}
      {merge.canUndo && (
        <Button
          variant="outlined"
          sx={{ mt: 1 }}
          disabled={undo.isPending}
          onClick={() => void takeBack()}
        >
          Undo, until {formatDateNoWeekday(merge.undoUntil)}
        </Button>
      )}
    </Box>
  );
}
