import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { z } from 'zod';
import type { User } from '#db/users/users.contract';
import { useSession } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { ChosenWho, choiceIdOf, personOf } from '../people/who.ts';
import { WhoField } from '../people/WhoField.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useSayWho, useUsers } from './users.queries.ts';

const Said = z.object({ who: ChosenWho });

/** Which person on record an account is; with nobody chosen, it is nobody on record. */
export function AccountPersonForm(props: { readonly user: User; readonly onSaid: () => void }) {
  const { user } = props;
  const sayWho = useSayWho();
  const { say } = useToast();
  const form = useContractForm(
    Said,
    { who: chosenOf(user) },
    {
      onSubmit: async ({ who }) => {
        await sayWho.mutateAsync({
          userId: user.id,
          personId: who === null ? null : personOf(who),
        });
        say({
          words:
            who === null
              ? `The account of ${user.displayName} is nobody on record.`
              : `The account of ${user.displayName} is ${who.title}.`,
        });
        props.onSaid();
      },
    },
  );
  if (useIsOwnBesideAnother(user))
    return <Typography>Another manager says which person on record you are.</Typography>;
  return (
    <ContractFormBody form={form} label="Person on record">
      <WhoField
        name="who"
        label="This account is"
        hint="Leave it empty for somebody who is not on record. Nobody decides on a claim of their own."
        from="people"
        isOptional
      />
      <Box>
        <Button type="submit" variant="contained" disabled={form.isSending}>
          Say who this is
        </Button>
      </Box>
    </ContractFormBody>
  );
}

const chosenOf = ({ person }: User): ChosenWho =>
  person.kind === 'person'
    ? { id: choiceIdOf({ kind: 'person', personId: person.personId }), title: person.name }
    : null;

/** One’s own account, while there is another manager to say it. */
function useIsOwnBesideAnother(user: User): boolean {
  const ownId = useSession().signedIn?.userId;
  const others = useUsers().data?.users.filter(
    (one) => one.id !== user.id && one.isActive && one.role === 'manager',
  );
  return user.id === ownId && (others?.length ?? 0) > 0;
}
