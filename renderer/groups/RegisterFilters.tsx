import Box from '@mui/material/Box';
import {
  RecognitionState,
  type RegisterFilter,
  RegisterKind,
} from '#db/groups/groups-api.contract';
import { GROUP_KIND_WORDS, GroupKind } from '#db/groups/groups.contract';
import { STATE_WORDS } from '#db/groups/register-words.rules';
import { addDays } from '#db/shared/local-date';
import { useToday } from '../app/session-context.tsx';
import { areaIdOf, areaOptions } from '../areas/area-options.ts';
import { useAreas } from '../areas/areas.queries.ts';
import { PlainSelect } from '../people/PlainSelect.tsx';

const REGISTERS: Readonly<Record<RegisterKind, string>> = {
  all: 'All groups',
  recognised: 'Recognised groups',
  voluntary: 'Voluntary and community organisations',
};
const REGISTER_OPTIONS = RegisterKind.options
  .filter((value) => value !== 'all')
  .map((value) => ({ value, words: REGISTERS[value] }));
const KIND_OPTIONS = GroupKind.options.map((value) => ({ value, words: GROUP_KIND_WORDS[value] }));
const STATE_OPTIONS = RecognitionState.options.map((value) => ({
  value,
  words: STATE_WORDS[value],
}));

/** How far ahead somebody looks for what is due. */
const AHEAD_DAYS: Readonly<Record<string, number>> = { now: 0, four: 28, eight: 56 };
const DUE_OPTIONS = [
  { value: 'now', words: 'Due now or overdue' },
  { value: 'four', words: 'Due within four weeks' },
  { value: 'eight', words: 'Due within eight weeks' },
];

type Props = {
  readonly filter: RegisterFilter;
  readonly onChange: (filter: RegisterFilter) => void;
};

/** Narrows the list of groups by what is known of them. */
export function RegisterFilters({ filter, onChange }: Props) {
  const areas = useAreas().data ?? [];
  const today = useToday();
  const ahead = Object.entries(AHEAD_DAYS).find(
    ([, days]) => filter.dueBy === addDays(today, days),
  );
  return (
    <Box
      role="search"
      aria-label="Narrow the list"
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'end' }}
    >
      <PlainSelect
        label="Register"
        width="9.5rem"
        value={filter.register === 'all' ? '' : filter.register}
        options={REGISTER_OPTIONS}
        emptyWords={REGISTERS.all}
        onChoose={(value) =>
          onChange({ ...filter, register: RegisterKind.safeParse(value).data ?? 'all' })
        }
      />
      <PlainSelect
        label="Kind"
        width="9.5rem"
        value={filter.kind ?? ''}
        options={KIND_OPTIONS}
        emptyWords="Any kind"
        onChoose={(value) => onChange({ ...filter, kind: GroupKind.safeParse(value).data ?? null })}
      />
      <PlainSelect
        label="Area"
        width="8.5rem"
        value={filter.areaId ?? ''}
        options={areaOptions(areas, filter.areaId)}
        emptyWords="Any area"
        onChoose={(value) => onChange({ ...filter, areaId: areaIdOf(value) })}
      />
      <PlainSelect
        label="Recognition"
        width="8.5rem"
        value={filter.state ?? ''}
        options={STATE_OPTIONS}
        emptyWords="Any"
        onChoose={(value) =>
          onChange({ ...filter, state: RecognitionState.safeParse(value).data ?? null })
        }
      />
      <PlainSelect
        label="Due"
        width="9rem"
        value={ahead?.[0] ?? ''}
        options={DUE_OPTIONS}
        emptyWords="Whenever"
        onChoose={(value) => {
          const days = AHEAD_DAYS[value];
          onChange({ ...filter, dueBy: days === undefined ? null : addDays(today, days) });
        }}
      />
    </Box>
  );
}
