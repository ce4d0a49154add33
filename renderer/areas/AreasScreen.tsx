import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { type Area, AREA_KIND_WORDS } from '#db/areas/areas.contract';
import { depthOf } from '#db/areas/areas.rules';
import { MANAGER_ONLY } from '#db/shared/access';
import { useCan } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { BackToSettings } from '../settings/BackToSettings.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { AddIcon, EditIcon } from '../shared/icons.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { useSayingRefusal } from '../shared/use-saying-refusal.ts';
import { AreaForm } from './AreaForm.tsx';
import { useAreas, useSetAreaUse } from './areas.queries.ts';

/** The form that is open: for a new area, perhaps inside another, or for one that is changed. */
type Open = { readonly area?: Area; readonly inside?: Area };

/** The places where people live and groups work, those inside another indented below it. */
export function AreasScreen() {
  const areas = useAreas();
  const mayChange = useCan(MANAGER_ONLY);
  const { say } = useToast();
  const [open, setOpen] = useState<Open | null>(null);
  const [withRetired, setWithRetired] = useState(false);
  const addButton = mayChange && (
    <Button variant="contained" startIcon={<AddIcon />} onClick={() => setOpen({})}>
      Add an area
    </Button>
  );
  const all = areas.data ?? [];

  return (
    <>
      <PageHeader
        title="Areas"
        actions={
          <>
            {addButton}
            <BackToSettings />
          </>
        }
      />
      {all.some(({ isActive }) => !isActive) && (
        <FormControlLabel
          label="Show those no longer in use"
          control={<Switch checked={withRetired} onChange={(_, on) => setWithRetired(on)} />}
          sx={{ mb: 1 }}
        />
      )}
      {areas.isError ? (
        <ProblemPanel
          error={areas.error}
          what="The list of areas"
          onTryAgain={() => void areas.refetch()}
        />
      ) : areas.data === undefined ? (
        <LoadingShape lines={6} />
      ) : all.length === 0 ? (
        <EmptyState
          words="There are no areas yet. Enter the neighbourhoods, estates and schemes of the district, so that needs and cover can be counted for each."
          action={addButton}
        />
      ) : (
        <Box component="ul" aria-label="Areas" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {all
            .filter(({ isActive }) => isActive || withRetired)
            .map((area) => (
              <AreaLine
                key={area.id}
                area={area}
                depth={depthOf(all, area)}
                onOpen={mayChange ? setOpen : undefined}
              />
            ))}
        </Box>
      )}
      {open !== null && (
        <AreaForm
          {...open}
          onSaved={(saved) => {
            setOpen(null);
            say({ words: `${saved.name} is saved.` });
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

function AreaLine(props: {
  readonly area: Area;
  readonly depth: number;
  readonly onOpen: ((open: Open) => void) | undefined;
}) {
  const { area, depth, onOpen } = props;
  const setUse = useSetAreaUse();
  const { say } = useToast();
  const saying = useSayingRefusal();

  async function turn(now: Area): Promise<void> {
    const isActive = !now.isActive;
    await saying(async () => {
      const saved = await setUse.mutateAsync({ id: now.id, version: now.version, isActive });
      const undo = () =>
        setUse.mutateAsync({ id: saved.id, version: saved.version, isActive: !isActive });
      say({
        words: `${saved.name} is ${isActive ? 'in use again' : 'no longer in use'}.`,
        undo: { label: 'Undo', run: undo },
      });
    });
  }

  return (
    <Box
      component="li"
      sx={(theme) => ({
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1,
        paddingBlock: 0.75,
        paddingInlineStart: depth * 3,
        borderBottom: `1px solid ${theme.palette.divider}`,
      })}
    >
      <Typography component="span" sx={{ fontWeight: 600 }}>
        {area.name}
      </Typography>
      <Typography component="span" sx={{ color: 'text.secondary' }}>
        {AREA_KIND_WORDS[area.kind]}
      </Typography>
      {!area.isActive && <StatusWord tone="quiet" words="No longer in use" />}
      {onOpen !== undefined && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, marginInlineStart: 'auto' }}>
          {area.isActive && (
            <Button
              size="small"
              aria-label={`Add inside ${area.name}`}
              onClick={() => onOpen({ inside: area })}
            >
              Add inside
            </Button>
          )}
          <Button
            size="small"
            startIcon={<EditIcon />}
            aria-label={`Change ${area.name}`}
            onClick={() => onOpen({ area })}
          >
            Change
          </Button>
          <Button
            size="small"
            aria-label={`${area.isActive ? 'Take out of use' : 'Bring back'}: ${area.name}`}
            onClick={() => void turn(area)}
          >
            {area.isActive ? 'Take out of use' : 'Bring back'}
          </Button>
        </Box>
      )}
    </Box>
  );
}
