import { z } from 'zod';
import { GroupId } from '#db/groups/groups.contract';
import { DESK_ROLES, EVERY_ROLE } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { Download } from '#db/shared/download';
import { LocalDate } from '#db/shared/local-date';
import { Paper, PaperSize } from '#db/shared/paper';
import { TableKind } from '#db/shared/table';
import { Line } from '#db/shared/text';
import {
  Activity,
  ActivityDetails,
  ActivityId,
  ActivityKind,
  ActivityPage,
  RegisterDetails,
  RegisterLineId,
} from './activities.contract.ts';

const ActivityNow = z.object({ id: ActivityId, version: z.int() }).strict();
const LineNow = z.object({ id: RegisterLineId, version: z.int() }).strict();
const TOUCHED = ['activities', 'search', 'timeline'];

const wanted = {
  /** Days from and until, both included; null for all. */
  from: LocalDate.nullable().default(null),
  until: LocalDate.nullable().default(null),
  kind: ActivityKind.nullable().default(null),
  groupId: GroupId.nullable().default(null),
};

export const activitiesContract = {
  list: procedure({
    summary:
      'Activities by their day, the latest first: all, or those of some days, kind or group.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object(wanted).strict(),
    output: z.array(Activity),
  }),
  exportList: procedure({
    summary: 'The same activities as a table for a spreadsheet.',
    kind: 'steps',
    access: DESK_ROLES,
    input: z.object({ ...wanted, as: TableKind.default('csv') }).strict(),
    output: Download,
  }),
  kinds: procedure({
    summary: 'The kinds of activity that this council knows, in its order.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({}).strict(),
    output: z.array(ActivityKind),
  }),
  get: procedure({
    summary: 'One activity with its register and what that adds up to.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ id: ActivityId }).strict(),
    output: ActivityPage,
  }),
  add: procedure({
    summary: 'Enters an activity that people may attend.',
    kind: 'command',
    access: DESK_ROLES,
    touches: TOUCHED,
    input: ActivityDetails,
    output: ActivityPage,
  }),
  change: procedure({
    summary: 'Changes what an activity is, when and where.',
    kind: 'command',
    access: DESK_ROLES,
    touches: TOUCHED,
    input: ActivityDetails.extend({ id: ActivityId, version: z.int() }).strict(),
    output: ActivityPage,
  }),
  cancel: procedure({
    summary: 'Cancels an activity to which nobody came, with the reason; it stays on record.',
    kind: 'command',
    access: DESK_ROLES,
    touches: TOUCHED,
    input: ActivityNow.extend({
      reason: Line.min(1, 'Say why it is cancelled.').max(500),
    }).strict(),
    output: ActivityPage,
  }),
  restore: procedure({
    summary: 'Brings a cancelled activity back.',
    kind: 'command',
    access: DESK_ROLES,
    touches: TOUCHED,
    input: ActivityNow,
    output: ActivityPage,
  }),
  recordPerson: procedure({
    summary: 'Puts somebody on the register; somebody who was expected has come, on the same line.',
    kind: 'command',
    access: DESK_ROLES,
    touches: TOUCHED,
    input: RegisterDetails.extend({ activityId: ActivityId }).strict(),
    output: ActivityPage,
  }),
  changeLine: procedure({
    summary: 'Changes a line of the register.',
    kind: 'command',
    access: DESK_ROLES,
    touches: TOUCHED,
    input: RegisterDetails.extend({ id: RegisterLineId, version: z.int() }).strict(),
    output: ActivityPage,
  }),
  removeLine: procedure({
    summary: 'Takes a line off the register; it stays on record and can be put back.',
    kind: 'command',
    access: DESK_ROLES,
    touches: TOUCHED,
    input: LineNow,
    output: ActivityPage,
  }),
  restoreLine: procedure({
    summary: 'Puts a line back on the register.',
    kind: 'command',
    access: DESK_ROLES,
    touches: TOUCHED,
    input: LineNow,
    output: ActivityPage,
  }),
  confirmRegister: procedure({
    summary: 'Says that the register is complete; nothing changes on it until it is opened again.',
    kind: 'command',
    access: DESK_ROLES,
    touches: TOUCHED,
    input: ActivityNow,
    output: ActivityPage,
  }),
  unlockRegister: procedure({
    summary: 'Opens a complete register again, with the reason.',
    kind: 'command',
    access: DESK_ROLES,
    touches: TOUCHED,
    input: ActivityNow.extend({
      reason: Line.min(1, 'Say why the register is opened again.').max(500),
    }).strict(),
    output: ActivityPage,
  }),
  printSheet: procedure({
    summary:
      'Draws an attendance sheet (DOC-52): blank, with who is expected, or with the register.',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z.object({ id: ActivityId.nullable(), size: PaperSize.default('normal') }).strict(),
    output: Paper,
  }),
};
