import Box from '@mui/material/Box';
import { PERSON_KIND_WORDS, PersonKind } from '#db/people/people.contract';
import { INVOLVEMENT_METHODS, SERVICE_AREAS } from '#db/people/person-record.contract';
import { areaOptions } from '../areas/area-options.ts';
import { useAreas } from '../areas/areas.queries.ts';
import { PlainSelect } from '../people/PlainSelect.tsx';

const named = (names: readonly string[]) => names.map((value) => ({ value, words: value }));

const INTERESTS = named(SERVICE_AREAS);
const METHODS = named(INVOLVEMENT_METHODS);
const KINDS = PersonKind.options
  .filter((kind) => kind !== 'not-said')
  .map((kind) => ({ value: `${PERSON_KIND_WORDS[kind]}s`, words: `${PERSON_KIND_WORDS[kind]}s` }));
const ASKED = named([
  'not asked for 3 months',
  'not asked for 6 months',
  'not asked for a year',
  'never asked',
]);
const WAYS = [
  { value: 'by post', words: 'Letter' },
  { value: 'by e-mail', words: 'E-mail' },
  { value: 'by text', words: 'Text message' },
  { value: 'by phone', words: 'Phone' },
];

/** Lists whose lines are written into the sentence, for those who would rather choose than type. */
export function AddParts({ onAdd }: { readonly onAdd: (part: string) => void }) {
  const areas = useAreas().data ?? [];
  const places = areaOptions(areas, null).map(({ value, words }) => ({
    value: areas.find(({ id }) => id === value)?.name ?? '',
    words,
  }));
  const lists = [
    { label: 'Interested in', options: INTERESTS },
    { label: 'Living in', options: places },
    { label: 'Asked last', options: ASKED },
    { label: 'Likes best', options: WAYS },
    { label: 'Takes part by', options: METHODS },
    { label: 'Home held as', options: KINDS },
  ];
  return (
    <Box
      component="fieldset"
      sx={{ border: 0, margin: 0, padding: 0, mb: 3, display: 'flex', flexWrap: 'wrap', gap: 2 }}
    >
      <Box component="legend" sx={{ padding: 0, mb: 1, fontWeight: 620 }}>
        Add from a list
      </Box>
      {lists.map(({ label, options }) => (
        <PlainSelect
          key={label}
          label={label}
          value=""
          options={options}
          emptyWords="Add…"
          onChoose={onAdd}
          width="9.5rem"
        />
      ))}
    </Box>
  );
}
