import type { Contact } from '#db/directory/directory.contract';
import { useToast } from '../app/toasts.tsx';
import { useSayingRefusal } from '../shared/use-saying-refusal.ts';
import {
  useBringBackContact,
  useChangeContact,
  useConfirmVerified,
  useRetireContact,
  useUndoVerified,
} from './directory.queries.ts';

/** What is done to a contact with one press, each with its Undo. */
export function useContactActs() {
  const { say } = useToast();
  const saying = useSayingRefusal();
  const confirm = useConfirmVerified();
  const undoVerified = useUndoVerified();
  const change = useChangeContact();
  const retire = useRetireContact();
  const bringBack = useBringBackContact();

  return {
    verify: (contact: Contact) =>
      saying(async () => {
        const { id, version, lastVerifiedOn } = contact;
        const saved = await confirm.mutateAsync({ id, version });
        say({
          words: `${saved.name}: verified today.`,
          undo: {
            label: 'Undo',
            run: () => undoVerified.mutateAsync({ id, version: saved.version, lastVerifiedOn }),
          },
        });
      }),

    list: (contact: Contact) =>
      saying(async () => {
        const { id, version, closedNote } = contact;
        const saved = await bringBack.mutateAsync({ id, version });
        say({
          words: `${saved.name} is listed again.`,
          undo: {
            label: 'Undo',
            run: () => retire.mutateAsync({ id, version: saved.version, closedNote }),
          },
        });
      }),

    /** Tells of a change that a form made, and takes it back. */
    tellChanged: (before: Contact, saved: Contact) => {
      const { name, kind, address, phone, email, web, note, lastVerifiedOn } = before;
      const details = { name, kind, address, phone, email, web, note, lastVerifiedOn };
      say({
        words: `Changed: ${saved.name}.`,
        undo: {
          label: 'Undo',
          run: () => change.mutateAsync({ ...details, id: saved.id, version: saved.version }),
        },
      });
    },

    tellClosed: (saved: Contact) =>
      say({
        words: `${saved.name} is entered as closed.`,
        undo: {
          label: 'Undo',
          run: () => bringBack.mutateAsync({ id: saved.id, version: saved.version }),
        },
      }),
  };
}
