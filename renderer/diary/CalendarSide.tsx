import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { memo } from 'react';
import type { Facility, FacilityId } from '#db/facilities/facilities.contract';
import type { LocalDate } from '#db/shared/local-date';
import { SearchIcon } from '../shared/icons.tsx';
import { MiniMonth } from './MiniMonth.tsx';
import { RoomTicks } from './RoomTicks.tsx';

type CalendarSideProps = {
  readonly id: string;
  readonly date: LocalDate;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly rooms: readonly FacilityId[];
  readonly facilities: readonly Facility[];
  readonly onDate: (date: LocalDate) => void;
  readonly onRooms: (rooms: readonly FacilityId[]) => void;
  readonly onFind: () => void;
  readonly onClose: () => void;
};

/** Beside every view: the month with its free time, the rooms, and the way to a free time. */
export const CalendarSide = memo(function CalendarSide(props: CalendarSideProps) {
  return (
    <Box
      component="section"
      id={props.id}
      aria-label="Month and rooms"
      sx={{ display: 'grid', gap: 2, alignContent: 'start', minWidth: 0 }}
    >
      <SideTools id={props.id} onFind={props.onFind} onClose={props.onClose} />
      <MiniMonth
        date={props.date}
        from={props.from}
        until={props.until}
        rooms={props.rooms}
        onDate={props.onDate}
      />
      <RoomTicks facilities={props.facilities} rooms={props.rooms} onChange={props.onRooms} />
    </Box>
  );
});

const SideTools = memo(function SideTools(
  props: Pick<CalendarSideProps, 'id' | 'onFind' | 'onClose'>,
) {
  return (
    <Box sx={{ display: 'flex', gap: 1 }}>
      <Button
        variant="outlined"
        startIcon={<SearchIcon />}
        onClick={props.onFind}
        sx={{ flexGrow: 1 }}
      >
        Find a time
      </Button>
      <Button
        data-side-toggle=""
        aria-expanded
        aria-controls={props.id}
        aria-label="Hide month and rooms"
        onClick={props.onClose}
      >
        Hide
      </Button>
    </Box>
  );
});
