import type { Holding } from '#db/shared/holding';

/** Words of a claim's parts that tell about people; amounts, days and kinds stay for the totals. */
export const CLAIM_EMPTIES_BESIDE = [
  {
    table: 'claim_line',
    column: 'claim_id',
    empties: {
      from_place: '',
      to_place: '',
      journey_key: '',
      carer: '',
      reason: '',
      no_receipt_why: '',
      override_why: '',
      decision_why: 'erased',
    },
  },
  {
    table: 'claim_signature',
    column: 'claim_id',
    empties: { name: 'erased', strokes_json: '[]', words: '' },
  },
  { table: 'claim_receipt', column: 'claim_id', empties: { name: '', printed_number: '' } },
  { table: 'claim_answer', column: 'claim_id', empties: { why: 'erased' } },
  { table: 'claim_decision', column: 'claim_id', empties: { why: 'erased' } },
  { table: 'claim_payment', column: 'claim_id', empties: { note: '' } },
] as const;

/** Words of a claim itself that tell about people, with what they say instead. */
export const CLAIM_EMPTIES = {
  notes: '',
  access_need_met: '',
  filer_words: '',
  signed_json: '',
  withdrawn_why: '',
} as const;

const money = {
  recordType: 'claims',
  keepsMoney: true,
  onMerge: 'move',
  onErase: 'keep-until',
  afterwards: 'unlink',
} as const;

const claim = {
  ...money,
  table: 'claim',
  // A claim that was never decided is counted from the day it came in.
  ends: ['decided_on', 'filed_on', 'received_on'],
  reckoned: ['open_warnings'],
  empties: CLAIM_EMPTIES,
  emptiesBeside: CLAIM_EMPTIES_BESIDE,
} as const;

const batch = { ...money, table: 'claim_batch', ends: ['received_on'] } as const;

/** The same row again under another column: counted once, as a claim. */
const beside = { isBeside: true } as const;

const signed = {
  ...claim,
  ...beside,
  column: 'signed_json',
  words: 'signed claim',
  isInText: true,
  onMerge: 'keep',
} as const;

/** What this module holds about groups and people. */
export const CLAIM_HOLDINGS: readonly Holding[] = [
  { ...claim, column: 'claimant_person_id', subject: 'person', words: 'expense claim' },
  { ...claim, column: 'claimant_group_id', subject: 'group', words: 'expense claim' },
  {
    ...claim,
    column: 'filer_person_id',
    subject: 'person',
    words: 'expense claim that they brought',
    mayBeEmpty: true,
    namesOthers: ['notes', 'access_need_met', 'signed_json'],
  },
  {
    ...claim,
    column: 'filer_group_id',
    subject: 'group',
    words: 'expense claim brought for it',
    mayBeEmpty: true,
  },
  {
    ...claim,
    ...beside,
    column: 'payee_person_id',
    subject: 'person',
    words: 'expense claim paid to them',
  },
  {
    ...claim,
    ...beside,
    column: 'payee_group_id',
    subject: 'group',
    words: 'expense claim paid to it',
  },
  { ...signed, subject: 'person' },
  { ...signed, subject: 'group' },
  { ...batch, column: 'group_id', subject: 'group', words: 'sheet of claims' },
  {
    ...batch,
    column: 'treasurer_person_id',
    subject: 'person',
    words: 'sheet of claims that they brought',
  },
  {
    ...money,
    table: 'claim_signature',
    column: 'person_id',
    subject: 'person',
    words: 'signature on a claim',
    ends: ['signed_on'],
    mayBeEmpty: true,
    empties: { name: 'erased', strokes_json: '[]', words: '' },
  },
  {
    table: 'travel_plan',
    column: 'person_id',
    subject: 'person',
    words: 'agreed way of travelling',
    recordType: 'people-needs',
    keepsMoney: false,
    onMerge: 'move',
    onErase: 'delete',
  },
];
