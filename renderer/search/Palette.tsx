import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import { Command } from 'cmdk';
import { useDeferredValue, useState } from 'react';
import { useNavigate } from 'react-router';
import { countOf } from '#db/shared/plain-words';
import { linesOfFound, type PaletteLine, runLine, useOwnLines } from './palette-lines.tsx';
import { paletteStyles } from './palette-styles.ts';
import { useSearch } from './search.queries.ts';

/** Finds anything, starts anything, goes anywhere: Ctrl+K. */
export function Palette(props: { readonly onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [marked, setMarked] = useState('');
  const text = useDeferredValue(typed.trim());
  const search = useSearch(text);
  const ownGroups = useOwnLines(text);
  const navigate = useNavigate();

  const found = text.length < 2 ? [] : linesOfFound(search.data?.found ?? []);
  const groups = [{ heading: 'Found', lines: found }, ...ownGroups].filter(
    (group) => group.lines.length > 0,
  );
  const total = search.data?.total ?? 0;
  const keys = groups.flatMap((group) => group.lines.map((line) => line.key));
  // The best line is marked, until the arrow keys mark another that is still there.
  const chosen = keys.includes(marked) ? marked : (keys[0] ?? '');

  const choose = (line: PaletteLine): void => {
    props.onClose();
    runLine(line, (path) => void navigate(path));
  };

  return (
    <Dialog
      open
      onClose={props.onClose}
      maxWidth="sm"
      fullWidth
      slotProps={{
        container: { sx: { alignItems: 'flex-start' } },
        paper: { 'aria-label': 'Search everything', 'aria-labelledby': undefined },
      }}
    >
      <Box sx={paletteStyles}>
        <Command
          shouldFilter={false}
          loop
          label="Search everything"
          value={chosen}
          onValueChange={setMarked}
        >
          <Command.Input
            value={typed}
            onValueChange={(next) => {
              setTyped(next);
              setMarked('');
            }}
            placeholder="A name, part of a phone number, BKG-2027-0041, new booking…"
            // The palette is nothing but this field and its list.
            {...{ autoFocus: true }}
          />
          <Command.List label="What matches">
            {groups.map((group) => (
              <Command.Group key={group.heading} heading={group.heading}>
                {group.lines.map((line) => (
                  <Command.Item key={line.key} value={line.key} onSelect={() => choose(line)}>
                    {line.icon}
                    <span data-personal={line.isPersonal ? '' : undefined}>
                      <Box component="span" sx={{ display: 'block', fontWeight: 600 }}>
                        {line.title}
                      </Box>
                      {line.detail ? (
                        <Box component="span" sx={{ display: 'block', color: 'text.secondary' }}>
                          {line.detail}
                        </Box>
                      ) : null}
                    </span>
                  </Command.Item>
                ))}
              </Command.Group>
            ))}
          </Command.List>
        </Command>
        <Box role="status" sx={{ paddingInline: 2, paddingBlock: 1, color: 'text.secondary' }}>
          {text.length < 2
            ? 'Type at least two letters.'
            : search.isError
              ? search.error.message
              : found.length < total
                ? `${countOf(total, 'record')} found; the first ${found.length} are shown. Type more to narrow it down.`
                : total === 0
                  ? 'No record matches. Try fewer letters, or part of a phone number.'
                  : `${countOf(total, 'record')} found.`}
        </Box>
      </Box>
    </Dialog>
  );
}
