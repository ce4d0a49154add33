import ListItemIcon from '@mui/material/ListItemIcon';
import MenuItem from '@mui/material/MenuItem';
import type { Booking } from '#db/bookings/bookings.contract';
import { dateOf } from '#db/shared/local-date';
import { MenuButton } from '../app/MenuButton.tsx';
import { useToast } from '../app/toasts.tsx';
import { PrintIcon, SaveCopyIcon } from '../shared/icons.tsx';
import { handOver } from '../shared/SaveFileButton.tsx';
import { useSayingRefusal } from '../shared/use-saying-refusal.ts';
import { calendarFileOf } from '../check-in/check-in.queries.ts';

type PapersMenuProps = { readonly booking: Booking; readonly onCheckOutSheet: () => void };

/** The papers of a booking beside its slip. */
export function PapersMenu({ booking, onCheckOutSheet }: PapersMenuProps) {
  const { say } = useToast();
  const saying = useSayingRefusal();

  async function saveForCalendar(): Promise<void> {
    await saying(async () => {
      const file = await calendarFileOf(booking.id, dateOf(booking.startsAt));
      handOver(file);
      say({ words: `${file.title}: saved as ${file.fileName}.` });
    });
  }

  return (
    <MenuButton words="More papers" variant="outlined">
      {(close) => [
        <MenuItem
          key="check-out"
          onClick={() => {
            close();
            onCheckOutSheet();
          }}
        >
          <ListItemIcon>
            <PrintIcon />
          </ListItemIcon>
          Check-out sheet
        </MenuItem>,
        <MenuItem
          key="calendar"
          onClick={() => {
            close();
            void saveForCalendar();
          }}
        >
          <ListItemIcon>
            <SaveCopyIcon />
          </ListItemIcon>
          Calendar file
        </MenuItem>,
      ]}
    </MenuButton>
  );
}
