import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { ACTIVITY_WORDS, type RecognitionRules } from '#db/recognition/recognition.contract';
import { EFFECT_WORDS } from '#db/recognition/recognition-words.rules';
import { MANAGER_ONLY } from '#db/shared/access';
import { pathTo } from '../app/paths.ts';
import { useCan } from '../app/session-context.tsx';
import { BackToSettings } from '../settings/BackToSettings.tsx';
import { Card } from '../shared/Card.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { EffectForm } from './EffectForm.tsx';
import { ItemList } from './ItemList.tsx';
import { useRecognitionRules } from './recognition.queries.ts';

/** What the council asks of groups before it recognises them, and what the lack of recognition does. */
export function RecognitionRulesScreen() {
  const rules = useRecognitionRules();
  return (
    <>
      <PageHeader title="Recognition of groups" actions={<BackToSettings />} />
      {rules.data !== undefined ? (
        <Box sx={{ display: 'grid', gap: 2 }}>
          <ItemList kind="criterion" items={rules.data.criteria} />
          <ItemList kind="paper" items={rules.data.papers} />
          <Effects rules={rules.data} />
        </Box>
      ) : rules.isError ? (
        <ProblemPanel
          error={rules.error}
          what="What the council asks"
          onTryAgain={() => void rules.refetch()}
        />
      ) : (
        <LoadingShape lines={8} />
      )}
    </>
  );
}

type Line = RecognitionRules['effects'][number];

function Effects({ rules }: { readonly rules: RecognitionRules }) {
  const mayChange = useCan(MANAGER_ONLY);
  const [open, setOpen] = useState<Line | null>(null);
  return (
    <Card component="section" title="What needs recognition">
      <Typography sx={{ mb: 1 }}>
        {rules.lapsesByItself
          ? 'Recognition lapses by itself on the day after a yearly return was due and papers are missing.'
          : 'Recognition does not lapse by itself: a manager is reminded and decides.'}{' '}
        <Link component={RouterLink} to={pathTo.figures()}>
          Change it under the figures
        </Link>
      </Typography>
      {rules.unplaced.length > 0 && (
        <Typography sx={{ mb: 1 }}>
          {`The council’s list also names ${rules.unplaced.join(', ')}; the program does not know these and stops nothing there.`}
        </Typography>
      )}
      <DataTable
        label="What needs recognition"
        rows={rules.effects}
        keyOf={(line) => line.activity}
        columns={[
          { heading: 'What', cell: (line) => ACTIVITY_WORDS[line.activity] },
          { heading: 'Without recognition', cell: (line) => EFFECT_WORDS[line.effect] },
          {
            heading: 'Who says so',
            cell: (line) =>
              !line.isFirstValue
                ? 'Set by a manager'
                : line.effect === 'none'
                  ? 'Nobody'
                  : 'The council’s paper',
          },
          ...(mayChange
            ? [
                {
                  heading: 'Do',
                  cell: (line: Line) => (
                    <Button
                      size="small"
                      aria-label={`Change: ${ACTIVITY_WORDS[line.activity]}`}
                      onClick={() => setOpen(line)}
                    >
                      Change
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {open !== null && (
        <EffectForm activity={open.activity} effect={open.effect} onClose={() => setOpen(null)} />
      )}
    </Card>
  );
}
