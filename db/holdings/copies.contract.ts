import { z } from 'zod';
import { DESK_ROLES, MANAGER_ONLY } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { Download } from '#db/shared/download';
import { LocalDate } from '#db/shared/local-date';
import { ActId } from '#db/shared/long-act';
import { Paper, PaperSize } from '#db/shared/paper';
import { Line } from '#db/shared/text';
import { RecordId, RecordKind } from './holdings.contract.ts';

export const CopyRequestId = z.string().min(1).max(36).brand('CopyRequestId');
export type CopyRequestId = z.infer<typeof CopyRequestId>;

/** A time in which the month does not run, because something was asked back. */
export const ClockStop = z.object({
  from: LocalDate,
  reason: z.string(),
  resumedOn: LocalDate.nullable(),
});
export type ClockStop = z.infer<typeof ClockStop>;

/** Somebody asked for everything held about them. */
export const CopyRequest = z.object({
  id: CopyRequestId,
  kind: RecordKind,
  recordId: RecordId,
  /** Empty once the record was erased. */
  name: z.string(),
  askedOn: LocalDate,
  how: z.string(),
  /** The last day for the answer; while the time stands still, as it was before. */
  dueOn: LocalDate,
  isLate: z.boolean(),
  stops: z.array(ClockStop),
  answeredOn: LocalDate.nullable(),
  answer: z.string(),
  version: z.int(),
});
export type CopyRequest = z.infer<typeof CopyRequest>;

/** A place outside the record itself where somebody is named in free text; a person decides whether it goes out. */
export const Mention = z.object({
  key: z.string(),
  /** What the other record is: 'Booking, notes'. */
  where: z.string(),
  /** The words round the name, with other people masked. */
  excerpt: z.string(),
});
export type Mention = z.infer<typeof Mention>;

/** Everything about one person or group: to read, and to take to another program. */
export const Everything = z.object({
  paper: Paper,
  data: Download,
  rows: z.int(),
  masked: z.int(),
});
export type Everything = z.infer<typeof Everything>;

const One = z.object({ kind: RecordKind, id: RecordId }).strict();
const Version = { id: CopyRequestId, version: z.int() };

export const copiesContract = {
  copyRequests: procedure({
    summary: 'Copies that were asked for, those still to be answered first, by their last day.',
    kind: 'query',
    access: DESK_ROLES,
    input: z.object({}).strict(),
    output: z.array(CopyRequest),
  }),
  askForCopy: procedure({
    summary:
      'Notes that somebody asks for everything held about them; the month runs from that day.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['holdings', 'tasks'],
    input: One.extend({ askedOn: LocalDate, how: Line.max(200) }).strict(),
    output: CopyRequest,
  }),
  stopCopyClock: procedure({
    summary: 'Stops the month of a request, because something was asked back.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['holdings', 'tasks'],
    input: z
      .object({
        ...Version,
        on: LocalDate,
        reason: Line.min(1, 'Say what was asked back.').max(500),
      })
      .strict(),
    output: CopyRequest,
  }),
  startCopyClock: procedure({
    summary: 'Lets the month of a request go on; the last day moves by the days it stood still.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['holdings', 'tasks'],
    input: z.object({ ...Version, on: LocalDate }).strict(),
    output: CopyRequest,
  }),
  settleCopyRequest: procedure({
    summary: 'Notes on which day a request was answered, and how.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['holdings', 'tasks'],
    input: z.object({ ...Version, on: LocalDate, answer: Line.max(500) }).strict(),
    output: CopyRequest,
  }),
  mentions: procedure({
    summary:
      'Other records whose free text holds a name, phone or e-mail of this person, to be looked at.',
    kind: 'query',
    access: MANAGER_ONLY,
    input: One,
    output: z.array(Mention),
  }),
  exportEverything: procedure({
    summary:
      'Everything held about one person or group as a paper and as data, other people masked.',
    kind: 'steps',
    access: MANAGER_ONLY,
    touches: ['holdings', 'audit'],
    input: One.extend({
      /** Keys of the mentions that go into it. */
      mentions: z.array(Line.max(200)).max(500).default([]),
      /** Leaves the names of other people as they are; only where they agreed. */
      withOthers: z.boolean().default(false),
      size: PaperSize.default('normal'),
      act: ActId.optional(),
    }).strict(),
    output: Everything,
  }),
};
