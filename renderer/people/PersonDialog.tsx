import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import type { Person } from '#db/people/people.contract';
import { PersonForm } from './PersonForm.tsx';

type PersonDialogProps = {
  readonly person?: Person;
  readonly startName?: string;
  readonly onSaved: (person: Person) => void;
  readonly onClose: () => void;
};

/** The person form over another page or form; mounted only while it is open. */
export function PersonDialog(props: PersonDialogProps) {
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
        {props.person === undefined ? 'Add a person' : 'Change the person'}
      </DialogTitle>
      <DialogContent>
        <PersonForm {...props} />
      </DialogContent>
    </Dialog>
  );
}
