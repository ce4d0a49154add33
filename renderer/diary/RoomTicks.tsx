import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { Theme } from '@mui/material/styles';
import { memo, useState } from 'react';
import { ACCESS_WORDS, type Facility, type FacilityId } from '#db/facilities/facilities.contract';
import { countOf } from '#db/shared/plain-words';
import { AccessIcon } from '../bookings/AccessIcon.tsx';

type RoomTicksProps = {
  readonly facilities: readonly Facility[];
  readonly rooms: readonly FacilityId[];
  readonly onChange: (rooms: readonly FacilityId[]) => void;
};

/** Which rooms the calendar shows, with how many each holds and what makes it usable for more people. */
export const RoomTicks = memo(function RoomTicks(props: RoomTicksProps) {
  const { facilities } = props;
  // A tick shows at once; the address, which decides, follows a moment later.
  const [ticked, setTicked] = useState({ from: props.rooms, rooms: props.rooms });
  const rooms = ticked.from === props.rooms ? ticked.rooms : props.rooms;
  function onChange(next: readonly FacilityId[]): void {
    setTicked({ from: props.rooms, rooms: next });
    props.onChange(next);
  }

  return (
    <Box component="fieldset" sx={tickStyles}>
      <legend>Show only these rooms</legend>
      {facilities.map((facility) => {
        const isTicked = rooms.includes(facility.id);
        return (
          <label key={facility.id}>
            <input
              type="checkbox"
              checked={isTicked}
              onChange={() =>
                onChange(
                  isTicked ? rooms.filter((id) => id !== facility.id) : [...rooms, facility.id],
                )
              }
            />
            <span className="words">
              <span>{facility.isActive ? facility.name : `${facility.name} (not in use)`}</span>
              <small>{sizeWords(facility)}</small>
              {facility.accessFeatures.length > 0 && (
                <small className="features">
                  {facility.accessFeatures.map((feature) => (
                    <span key={feature}>
                      <AccessIcon feature={feature} />
                      {ACCESS_WORDS[feature]}
                    </span>
                  ))}
                </small>
              )}
            </span>
          </label>
        );
      })}
      {rooms.length === 0 ? (
        <p>None ticked: all of them are shown.</p>
      ) : (
        <Button size="small" variant="outlined" onClick={() => onChange([])}>
          Show all rooms
        </Button>
      )}
    </Box>
  );
});

function sizeWords(facility: Facility): string {
  const parts = [
    ...(facility.capacity === null ? [] : [`holds ${facility.capacity}`]),
    ...(facility.units === 1 ? [] : [countOf(facility.units, facility.unitName || 'place')]),
    ...(facility.isBookable ? [] : ['walk in']),
  ].join(', ');
  return parts.charAt(0).toUpperCase() + parts.slice(1);
}

const tickStyles = (theme: Theme) =>
  ({
    margin: 0,
    padding: 0,
    border: 0,
    minWidth: 0,
    '& legend': { padding: 0, fontWeight: 650 },
    '& label': {
      display: 'flex',
      gap: '0.5rem',
      alignItems: 'flex-start',
      paddingBlock: '0.3125rem',
      minHeight: '2rem',
      lineHeight: 1.3,
      cursor: 'pointer',
    },
    '& input': {
      flexShrink: 0,
      width: '1.25rem',
      height: '1.25rem',
      margin: '0.0625rem 0 0',
      borderRadius: '0.1875rem',
      accentColor: theme.palette.primary.main,
    },
    // The browser's own line is faint on black.
    '& input:not(:focus-visible)':
      theme.trc.name === 'contrast' ? { outline: `1px solid ${theme.trc.fieldLine}` } : {},
    '& .words': { display: 'grid', minWidth: 0, overflowWrap: 'anywhere' },
    '& small': { fontSize: '0.875rem', color: theme.palette.text.secondary },
    '& .features': { display: 'flex', flexWrap: 'wrap', columnGap: '0.625rem' },
    '& .features span': { display: 'inline-flex', gap: '0.25rem', alignItems: 'center' },
    '& p': { margin: 0, fontSize: '0.875rem', color: theme.palette.text.secondary },
  }) as const;
