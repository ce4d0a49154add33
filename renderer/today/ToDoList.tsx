import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import type { ToDo } from '#db/bookings/booking-views.contract';
import { RightIcon, TickCircleIcon } from '../shared/icons.tsx';

type ToDoListProps = { readonly toDo: readonly ToDo[] };

/** What the centre still needs, each line leading to the screen that does it. */
export function ToDoList({ toDo }: ToDoListProps) {
  return (
    <section aria-labelledby="to-do">
      <Typography variant="h2" id="to-do" sx={{ mb: 1.5 }}>
        Needs doing
      </Typography>
      {toDo.length === 0 ? (
        <Typography sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
          <TickCircleIcon color="success" />
          Nothing waits for you.
        </Typography>
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {toDo.map((each) => (
            <Box
              component="li"
              key={each.code}
              sx={(theme) => ({ borderTop: `1px solid ${theme.trc.line}` })}
            >
              <Link
                component={RouterLink}
                to={each.path}
                sx={{ display: 'flex', gap: 1, alignItems: 'center', py: 1, minHeight: '2.75rem' }}
              >
                <RightIcon sx={{ flexShrink: 0 }} />
                {each.words}
              </Link>
            </Box>
          ))}
        </Box>
      )}
    </section>
  );
}
