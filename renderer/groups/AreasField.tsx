import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useController } from 'react-hook-form';
import type { AreaId } from '#db/areas/areas.contract';
import { areaOptions, placeWords } from '../areas/area-options.ts';
import { useAreas } from '../areas/areas.queries.ts';
import { PlainSelect } from '../people/PlainSelect.tsx';

/** The areas a group covers: chosen one by one from the list, each with a button that takes it off again. */
export function AreasField({ name, label }: { readonly name: string; readonly label: string }) {
  const { field } = useController({ name });
  const areas = useAreas().data ?? [];
  const chosen: readonly AreaId[] = Array.isArray(field.value) ? (field.value as AreaId[]) : [];
  const offered = areas.filter((area) => !chosen.includes(area.id));
  return (
    <Box>
      <PlainSelect
        label={label}
        value=""
        options={areaOptions(areas, null).filter((option) =>
          offered.some((area) => area.id === option.value),
        )}
        emptyWords={areas.length === 0 ? 'No areas are entered yet' : 'Add an area'}
        onChoose={(id) => id !== '' && field.onChange([...chosen, id])}
      />
      <Box component="ul" aria-label={label} sx={{ listStyle: 'none', padding: 0, margin: 0 }}>
        {chosen.map((id) => (
          <Box component="li" key={id} sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
            {placeWords(areas, id)}
            <Button
              size="small"
              aria-label={`Take off ${placeWords(areas, id)}`}
              onClick={() => field.onChange(chosen.filter((one) => one !== id))}
            >
              Take off
            </Button>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
