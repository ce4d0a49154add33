import type { Role } from '#db/shared/roles';

/** An account of the practice centre. Its passphrase is printed on the sign-in page, so it guards nothing. */
export type PracticeAccount = {
  readonly name: Role;
  readonly displayName: string;
  readonly role: Role;
  readonly passphrase: string;
};

/**
 * One made-up account for each role, so that anyone can try what each may do.
 * The sign-in name is the role itself.
 */
export const PRACTICE_ACCOUNTS: readonly PracticeAccount[] = [
  {
    name: 'desk',
    displayName: 'Ann (desk)',
    role: 'desk',
    passphrase: 'kettle window garden bell',
  },
  {
    name: 'officer',
    displayName: 'Bashir (officer)',
    role: 'officer',
    passphrase: 'ladder pocket river lamp',
  },
  {
    name: 'finance',
    displayName: 'Carmel (finance)',
    role: 'finance',
    passphrase: 'marble ticket orange boat',
  },
  {
    name: 'manager',
    displayName: 'Dilwyn (manager)',
    role: 'manager',
    passphrase: 'candle saddle button hill',
  },
  {
    name: 'auditor',
    displayName: 'Ewa (auditor)',
    role: 'auditor',
    passphrase: 'pepper violin basket moon',
  },
];
