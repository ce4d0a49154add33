import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { Facility } from '#db/facilities/facilities.contract';
import { FactList } from '../shared/FactList.tsx';
import { EditIcon } from '../shared/icons.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { FACILITY_KIND_WORDS } from './facility-form-values.ts';
import { weekHoursWords } from './week-hours-words.ts';

type FacilityCardProps = {
  readonly facility: Facility;
  /** Undefined when the person may not change rooms. */
  readonly onChange: (() => void) | undefined;
};

/** One room or service as it is set up. */
export function FacilityCard({ facility, onChange }: FacilityCardProps) {
  return (
    <Box
      component="li"
      sx={(theme) => ({
        padding: 2,
        border: `1px solid ${theme.trc.line}`,
        borderRadius: 1.5,
        backgroundColor: theme.palette.background.paper,
      })}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mb: 0.5 }}>
        <Typography variant="h2">{facility.name}</Typography>
        {facility.isActive ? (
          <StatusWord
            tone={facility.isBookable ? 'good' : 'info'}
            words={facility.isBookable ? 'Can be booked' : 'Walk in'}
          />
        ) : (
          <StatusWord tone="quiet" words="No longer in use" />
        )}
        {onChange !== undefined && (
          <Button
            variant="outlined"
            startIcon={<EditIcon />}
            aria-label={`Change ${facility.name}`}
            onClick={onChange}
            sx={{ marginInlineStart: 'auto' }}
          >
            Change
          </Button>
        )}
      </Box>
      <FactList
        facts={[
          { label: 'Kind', value: FACILITY_KIND_WORDS[facility.kind] },
          {
            label: 'Holds',
            value: facility.capacity === null ? 'Not entered' : `${facility.capacity} people`,
          },
          {
            label: 'Open',
            value:
              facility.hours === null
                ? 'Not entered: only a time that has passed is refused'
                : weekHoursWords(facility.hours).map((line) => <div key={line}>{line}</div>),
          },
        ]}
      />
    </Box>
  );
}
