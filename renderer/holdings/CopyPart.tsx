import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Everything, Mention } from '#db/holdings/copies.contract';
import { countOf } from '#db/shared/plain-words';
import { Card } from '../shared/Card.tsx';
import { PaperDialog } from '../shared/PaperDialog.tsx';
import { ProgressDialog } from '../shared/ProgressDialog.tsx';
import { handOver } from '../shared/SaveFileButton.tsx';
import { useLongAct } from '../shared/use-long-act.ts';
import { useSayingRefusal } from '../shared/use-saying-refusal.ts';
import { type OneRecord, useExportEverything, useMentions } from './records.queries.ts';

const GATHERING = {
  title: 'Gathering everything',
  stopWords: 'Stop gathering',
  stoppedWords: 'Stopped. No copy was made.',
} as const;

/** Makes the copy: first a look at where else somebody is named, then one act gives the paper and the data. */
export function CopyPart(of: OneRecord) {
  const mentions = useMentions(of);
  const make = useExportEverything();
  const long = useLongAct();
  const saying = useSayingRefusal();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [withOthers, setWithOthers] = useState(false);
  const [made, setMade] = useState<Everything | null>(null);
  const [isShown, setIsShown] = useState(false);
  const wanted = { ...of, mentions: [...chosen], withOthers };

  const gather = () =>
    saying(async () => {
      const copy = await long.run(GATHERING, (act) => make.mutateAsync({ ...wanted, act }));
      if (copy !== undefined) setMade(copy);
    });
  const toggle = (key: string): void =>
    setChosen((before) =>
      before.includes(key) ? before.filter((one) => one !== key) : [...before, key],
    );

  return (
    <Card component="section" title="Give a copy">
      <Typography sx={{ my: 1 }}>
        Everything that is held, as a paper and as data. Names, numbers and addresses of other
        people are masked. Read it before you hand it over: somebody who is not on record is known
        to nobody.
      </Typography>
      <MentionList mentions={mentions.data} chosen={chosen} onToggle={toggle} />
      <FormControlLabel
        label="Leave other people in, because they agreed"
        control={
          <Checkbox checked={withOthers} onChange={(_, isTicked) => setWithOthers(isTicked)} />
        }
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mt: 1 }}>
        <Button
          variant="contained"
          aria-disabled={make.isPending}
          onClick={() => {
            if (!make.isPending) void gather();
          }}
        >
          Make the copy
        </Button>
        {made !== null && (
          <>
            <Button variant="outlined" onClick={() => setIsShown(true)}>
              Show the paper
            </Button>
            <Button variant="outlined" onClick={() => handOver(made.data)}>
              Save the data
            </Button>
          </>
        )}
      </Box>
      <Typography role="status" sx={{ mt: 1 }}>
        {made === null
          ? ''
          : `The copy is ready: ${countOf(made.rows, 'entry', 'entries')}. ${made.masked === 0 ? 'Nobody else had to be masked.' : `Other people are masked ${countOf(made.masked, 'time')}.`}`}
      </Typography>
      {made !== null && (
        <PaperDialog
          isOpen={isShown}
          title="Everything held"
          load={async (size) =>
            size === 'normal' ? made.paper : (await make.mutateAsync({ ...wanted, size })).paper
          }
          onClose={() => setIsShown(false)}
        />
      )}
      <ProgressDialog act={long.act} onStop={long.stop} />
    </Card>
  );
}

function MentionList(props: {
  readonly mentions: readonly Mention[] | undefined;
  readonly chosen: readonly string[];
  readonly onToggle: (key: string) => void;
}) {
  const { mentions = [] } = props;
  if (mentions.length === 0)
    return <Typography sx={{ mb: 1 }}>No other record names them in its words.</Typography>;
  return (
    <Box component="fieldset" sx={{ border: 0, padding: 0, margin: 0, mb: 1, minWidth: 0 }}>
      <Typography component="legend" sx={{ fontWeight: 620 }}>
        Named in the words of other records: tick what goes into the copy
      </Typography>
      {mentions.map(({ key, where, excerpt }) => (
        <Box key={key}>
          <FormControlLabel
            label={
              <span>
                {where}: <span data-personal="">{excerpt}</span>
              </span>
            }
            control={
              <Checkbox checked={props.chosen.includes(key)} onChange={() => props.onToggle(key)} />
            }
          />
        </Box>
      ))}
    </Box>
  );
}
