import { ListedFields } from '../shared/ListedFields.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { TextField } from '../shared/TextField.tsx';

/** Who signs, and when each did. */
export function PartyRows() {
  return (
    <ListedFields
      name="parties"
      word="Party"
      addWords="Add a party"
      empty={{ name: '', role: '', signatoryName: '', signedOn: null }}
    >
      {(path) => (
        <>
          <TextField name={`${path}.name`} label="Who signs?" />
          <TextField name={`${path}.role`} label="As what?" isOptional />
          <TextField name={`${path}.signatoryName`} label="Name" isPersonal isOptional />
          <LocalDateField name={`${path}.signedOn`} label="Signed on" hint="" isOptional />
        </>
      )}
    </ListedFields>
  );
}

/** Who does what, and to what standard (GRP-24). */
export function ResponsibilityRows() {
  return (
    <ListedFields
      name="responsibilities"
      word="Responsibility"
      addWords="Add who does what"
      empty={{ who: '', what: '', standard: '' }}
    >
      {(path) => (
        <>
          <TextField name={`${path}.who`} label="Who?" />
          <TextField name={`${path}.what`} label="Does what?" lines={1} />
          <TextField name={`${path}.standard`} label="To what standard?" lines={1} isOptional />
        </>
      )}
    </ListedFields>
  );
}

/** What is to be done, by whom and when. */
export function ActionRows() {
  return (
    <ListedFields
      name="actions"
      word="Action"
      addWords="Add an action"
      empty={{ what: '', who: '', by: null, doneOn: null }}
    >
      {(path) => (
        <>
          <TextField name={`${path}.what`} label="What is to be done?" />
          <TextField name={`${path}.who`} label="By whom?" isOptional />
          <LocalDateField name={`${path}.by`} label="By when?" hint="" isOptional />
          <LocalDateField name={`${path}.doneOn`} label="Done on" hint="" isOptional />
        </>
      )}
    </ListedFields>
  );
}
