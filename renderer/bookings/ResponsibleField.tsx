import { WhoField } from '../people/WhoField.tsx';

/** The person who answers for the room on the day; the booker, when that is a person. */
export function ResponsibleField() {
  return (
    <WhoField
      name="responsiblePersonId"
      label="Who is responsible on the day?"
      hint="The person who looks after the room and can be rung"
      from="people"
    />
  );
}
