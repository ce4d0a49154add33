import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useFormContext, useWatch } from 'react-hook-form';
import { z } from 'zod';
import { AreaId } from '#db/areas/areas.contract';
import { type GroupId, GroupKind } from '#db/groups/groups.contract';
import { api } from '../app/api-client.ts';
import { StatusWord } from '../shared/StatusWord.tsx';

const Watched = z.object({ kind: GroupKind, areaIds: z.array(AreaId) });

/** Says, while the form is filled in, what there is to know about a group of this kind in these areas (GRP-06). */
export function WarnedAbout({ id }: { readonly id: GroupId | null }) {
  const { control } = useFormContext();
  const asked = Watched.safeParse(useWatch({ control })).data;
  const warnings = useQuery({
    queryKey: ['groups', 'warnings', id, asked],
    queryFn: () =>
      asked === undefined ? Promise.resolve([]) : api.groups.warnings({ id, ...asked }),
  });
  return (
    <Box role="status" sx={{ display: 'grid', gap: 1, '&:empty': { display: 'none' } }}>
      {warnings.data?.map((words) => (
        <Box key={words}>
          <StatusWord tone="warning" words={words} />
        </Box>
      ))}
    </Box>
  );
}
