import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { ACTIVITY_WORDS, type Recognition } from '#db/recognition/recognition.contract';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { NoticeBox } from '../shared/NoticeBox.tsx';

/** Says what stops while a group is not recognised, and what does not. */
export function WhatStops({ recognition }: { readonly recognition: Recognition }) {
  const { activities, exceptions } = recognition;
  const stopped = activities.filter((one) => one.stops);
  const warned = activities.filter((one) => one.rule === 'warns');
  const goesOn = activities.filter((one) => one.rule === 'blocks' && !one.stops);
  const words = (list: typeof activities) =>
    list.map((one) => ACTIVITY_WORDS[one.activity].toLowerCase()).join(', ');
  const roomsStop = stopped.some((one) => one.activity === 'rooms');
  return (
    <Box sx={{ mt: 1.5 }}>
      <NoticeBox label="What stops">
        {stopped.length > 0 && <Typography>{`Stopped: ${words(stopped)}.`}</Typography>}
        {warned.length > 0 && <Typography>{`Only warned about: ${words(warned)}.`}</Typography>}
        {goesOn.length > 0 && (
          <Typography>{`Goes on because a manager said so: ${words(goesOn)}.`}</Typography>
        )}
        <Typography>
          {roomsStop
            ? 'Not stopped: bookings made already, and what people who live there book for themselves.'
            : 'Not stopped: rooms at the centre, and whatever people who live there do for themselves.'}
        </Typography>
        {exceptions[0] !== undefined && (
          <Typography variant="body2" color="textSecondary" data-personal="">
            {`${ACTIVITY_WORDS[exceptions[0].activity]} from ${formatDateNoWeekday(exceptions[0].from)} to ${formatDateNoWeekday(exceptions[0].until)}: ${exceptions[0].reason} (${exceptions[0].decidedBy})`}
          </Typography>
        )}
      </NoticeBox>
    </Box>
  );
}
