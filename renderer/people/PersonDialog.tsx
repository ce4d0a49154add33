import type { Person } from '#db/people/people.contract';
import { FormDialog } from '../shared/FormDialog.tsx';
import { PersonForm } from './PersonForm.tsx';

type PersonDialogProps = {
  readonly person?: Person;
  readonly startName?: string;
  readonly onSaved: (person: Person) => void;
  readonly onClose: () => void;
};

/** The person form over another page or form; mounted only while it is open. */
export function PersonDialog(props: PersonDialogProps) {
  return (
    <FormDialog
      title={props.person === undefined ? 'Add a person' : 'Change the person'}
      onClose={props.onClose}
    >
      <PersonForm {...props} />
    </FormDialog>
  );
}
