import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useParams } from 'react-router';
import { type Group, GROUP_KIND_WORDS, type GroupId } from '#db/groups/groups.contract';
import { DESK_ROLES } from '#db/shared/access';
import { useCan } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { NoRecordYet } from '../holdings/NoRecordYet.tsx';
import { FactList } from '../shared/FactList.tsx';
import { EditIcon } from '../shared/icons.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { PartsMenu } from '../shared/PartsMenu.tsx';
import { GROUP_SECTIONS } from './group-sections.tsx';
import { GroupDialog } from './GroupDialog.tsx';
import { useChangeGroup, useGroup } from './groups.queries.ts';
import { partId } from './part-props.ts';

/** One group at its own address. */
export function GroupScreen() {
  const { id = '' } = useParams();
  const group = useGroup(id as GroupId);
  if (group.data !== undefined) return <GroupDetailsView group={group.data} />;
  return <NoRecordYet kind="group" id={id} query={group} />;
}

function GroupDetailsView({ group }: { readonly group: Group }) {
  const canChange = useCan(DESK_ROLES);
  const change = useChangeGroup();
  const { say } = useToast();
  const [isChanging, setIsChanging] = useState(false);

  function tell(saved: Group): void {
    const { name, kind, phone } = group;
    setIsChanging(false);
    say({
      words: `Changed: ${saved.name}.`,
      undo: {
        label: 'Undo',
        run: () => change.mutateAsync({ name, kind, phone, id: saved.id, version: saved.version }),
      },
    });
  }

  return (
    <>
      <PageHeader
        title={group.name}
        actions={
          <>
            <PartsMenu />
            {canChange && (
              <Button
                variant="outlined"
                startIcon={<EditIcon />}
                onClick={() => setIsChanging(true)}
              >
                Change the group
              </Button>
            )}
          </>
        }
      />
      <FactList
        facts={[
          { label: 'Kind', value: GROUP_KIND_WORDS[group.kind] },
          {
            label: 'Phone',
            value: group.phone === '' ? 'Not entered' : group.phone,
            isPersonal: true,
          },
        ]}
      />
      {GROUP_SECTIONS.map(({ id, Section }) => (
        <Box key={id} id={partId(id)} tabIndex={-1}>
          <Section group={group} />
        </Box>
      ))}
      {isChanging && (
        <GroupDialog group={group} onClose={() => setIsChanging(false)} onSaved={tell} />
      )}
    </>
  );
}
