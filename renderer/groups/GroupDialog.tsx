import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import type { Group } from '#db/groups/groups.contract';
import { GroupForm } from './GroupForm.tsx';

type GroupDialogProps = {
  readonly group?: Group;
  readonly startName?: string;
  readonly onSaved: (group: Group) => void;
  readonly onClose: () => void;
};

/** The group form over another page or form; mounted only while it is open. */
export function GroupDialog(props: GroupDialogProps) {
  const titleId = useId();
  return (
    <Dialog
      open
      // A click beside the form is too easily made to throw anything away.
      onClose={(_, reason) => reason === 'escapeKeyDown' && props.onClose()}
      aria-labelledby={titleId}
      maxWidth="sm"
      fullWidth
    >
      <DialogTitle id={titleId}>
        {props.group === undefined ? 'Add a group' : 'Change the group'}
      </DialogTitle>
      <DialogContent>
        <GroupForm {...props} />
      </DialogContent>
    </Dialog>
  );
}
