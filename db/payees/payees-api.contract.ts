import { z } from 'zod';
import { GroupId } from '#db/groups/groups.contract';
import { Party } from '#db/people/party.contract';
import { DESK_ROLES, EVERY_ROLE } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { Paper, PaperSize } from '#db/shared/paper';
import type { Role } from '#db/shared/roles';
import { Line } from '#db/shared/text';
import { Mandate, MandateDetails } from './mandate.contract.ts';
import { CallBack, DetailsId, FullDetails, NewDetails, Payee } from './payees.contract.ts';

/** Who may record the call-back: never who entered the details, and somebody who answers for money. */
export const CHECKING_ROLES: readonly Role[] = ['finance', 'manager'];
/** Who may see the whole number. */
export const FULL_VIEW_ROLES: readonly Role[] = ['officer', 'manager'];
/** Who may turn staged details down: whoever may enter or check them. */
export const REJECTING_ROLES: readonly Role[] = ['desk', 'officer', 'finance', 'manager'];

const Why = Line.min(1, 'Say why, in a few words.').max(300, 'Use 300 characters or fewer.');

export const payeesContract = {
  ofParty: procedure({
    summary: 'How a group or person is paid, masked, with every version of the details.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ of: Party }).strict(),
    output: Payee.nullable(),
  }),
  addDetails: procedure({
    summary: 'Enters bank details; nothing is paid until a second person has checked them.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['payees', 'claims', 'tasks', 'audit'],
    input: NewDetails,
    output: z.object({ payee: Payee, notes: z.array(z.string()) }),
  }),
  recordCallBack: procedure({
    summary: 'Records the call-back on a known number; from then on the details are paid to.',
    kind: 'command',
    access: CHECKING_ROLES,
    touches: ['payees', 'claims', 'tasks', 'audit'],
    input: CallBack,
    output: Payee,
  }),
  rejectDetails: procedure({
    summary: 'Turns staged details down, with the reason; what was verified before holds again.',
    kind: 'command',
    access: REJECTING_ROLES,
    touches: ['payees', 'claims', 'tasks', 'audit'],
    input: z.object({ id: DetailsId, why: Why, version: z.int() }).strict(),
    output: Payee,
  }),
  withdrawDetails: procedure({
    summary: 'Closes details that are paid to, with the reason; nothing is paid to them any more.',
    kind: 'command',
    access: REJECTING_ROLES,
    touches: ['payees', 'claims', 'holdings', 'audit'],
    input: z.object({ id: DetailsId, why: Why, version: z.int() }).strict(),
    output: Payee,
  }),
  showInFull: procedure({
    summary: 'The whole account number, with a reason; each look is put on record.',
    kind: 'command',
    access: FULL_VIEW_ROLES,
    touches: ['audit'],
    input: z.object({ id: DetailsId, reason: Why }).strict(),
    output: FullDetails,
  }),
  printForm: procedure({
    summary: 'Draws the form on which bank details are given, blank or for a group or person.',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z.object({ of: Party.nullable(), size: PaperSize.default('normal') }).strict(),
    output: Paper,
  }),
  mandate: procedure({
    summary: 'Who may sign for a group’s account, and how many must.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ groupId: GroupId }).strict(),
    output: Mandate,
  }),
  changeMandate: procedure({
    summary: 'Enters who may sign for a group’s account, as the group or its bank said.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['payees', 'tasks', 'audit'],
    input: MandateDetails,
    output: Mandate,
  }),
};
