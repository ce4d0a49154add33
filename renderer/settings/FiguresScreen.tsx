import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Parameter } from '#db/settings/settings.contract';
import { foldForSearch } from '#db/shared/fold';
import { countOf } from '#db/shared/plain-words';
import { EmptyState } from '../shared/EmptyState.tsx';
import { FieldFrame } from '../shared/FieldFrame.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { BackToSettings } from './BackToSettings.tsx';
import { FigureDialog } from './FigureDialog.tsx';
import { sectionsOf } from './figure-sections.ts';
import { formatFigure } from './figure-values.ts';
import { FiguresTable } from './FiguresTable.tsx';
import { useParameters } from './settings.queries.ts';

/** Every figure and rule of the council, with its date and where it comes from. */
export function FiguresScreen() {
  const parameters = useParameters();
  const [text, setText] = useState('');
  const [onlySilent, setOnlySilent] = useState(false);
  const [changing, setChanging] = useState<Parameter | null>(null);

  const wanted = foldForSearch(text);
  const all = parameters.data ?? [];
  const shown = all.filter(
    (figure) =>
      (!onlySilent || figure.value === null) &&
      foldForSearch(`${figure.meaning} ${figure.name} ${formatFigure(figure)}`).includes(wanted),
  );
  const silent = all.filter((figure) => figure.value === null).length;

  return (
    <>
      <PageHeader title="Figures and rules" actions={<BackToSettings />} />
      {parameters.data === undefined ? (
        parameters.error === null ? (
          <LoadingShape lines={10} />
        ) : (
          <ProblemPanel error={parameters.error} onTryAgain={() => void parameters.refetch()} />
        )
      ) : (
        <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2.5 }}>
          <Typography>
            {countOf(all.length, 'figure')} and rules. The council’s paper does not say{' '}
            {countOf(silent, 'thing')}.
          </Typography>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'end' }}>
            <FieldFrame id="figures-find" label="Find a figure" error={undefined}>
              <OutlinedInput
                id="figures-find"
                value={text}
                onChange={(event) => setText(event.target.value)}
                sx={{ width: '20rem', maxWidth: '100%' }}
              />
            </FieldFrame>
            <FormControlLabel
              label="Only what the paper does not say"
              control={
                <Checkbox checked={onlySilent} onChange={(_, ticked) => setOnlySilent(ticked)} />
              }
            />
          </Box>
          {shown.length === 0 ? (
            <EmptyState
              words="No figure matches."
              action={
                <Button
                  variant="outlined"
                  onClick={() => {
                    setText('');
                    setOnlySilent(false);
                  }}
                >
                  Show all figures
                </Button>
              }
            />
          ) : (
            sectionsOf(shown).map((section) => (
              <FiguresTable key={section.title} section={section} onChange={setChanging} />
            ))
          )}
        </Box>
      )}
      {changing === null ? null : (
        <FigureDialog figure={changing} onClose={() => setChanging(null)} />
      )}
    </>
  );
}
