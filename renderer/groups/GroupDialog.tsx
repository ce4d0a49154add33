import type { Group } from '#db/groups/groups.contract';
import { FormDialog } from '../shared/FormDialog.tsx';
import { GroupForm } from './GroupForm.tsx';

type GroupDialogProps = {
  readonly group?: Group;
  readonly startName?: string;
  readonly onSaved: (group: Group) => void;
  readonly onClose: () => void;
};

/** The group form over another page or form; mounted only while it is open. */
export function GroupDialog(props: GroupDialogProps) {
  return (
    <FormDialog
      title={props.group === undefined ? 'Add a group' : 'Change the group'}
      onClose={props.onClose}
    >
      <GroupForm {...props} />
    </FormDialog>
  );
}
