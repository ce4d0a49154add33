import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PROCEDURES } from '#db/api.contract';
import { Instant } from '#db/shared/instant';
import { LocalDate, LocalDateTime, LocalEndTime, LocalTime } from '#db/shared/local-date';
import { Line, Lines } from '#db/shared/text';
import { partsOf, type SchemaPart } from './schema-walk.ts';

/** Text that is kept or compared letter by letter, and why. A longer list is a decision; write it here. */
const LETTER_BY_LETTER = [
  // Secrets: every character counts, and none of them is ever shown.
  'setup.addFirstManager.passphrase',
  'session.unlock.secret',
  'users.add.passphrase',
  'users.setOwnPassphrase.current',
  'users.setOwnPassphrase.next',
  'users.setOwnPin.passphrase',
  'users.signIn.secret',
  // Folders of the computer, which may be called anything.
  'setup.checkFolder.path',
  'setup.chooseFolder.path',
  // Files, cleaned cell by cell where they are read.
  'imports.checkFile.text',
  'imports.exportProblems.text',
  'imports.startImport.text',
  // Pictures and papers as letters, looked at byte by byte where they are read.
  'claims.attachReceipt.base64',
  'claims.attachSigned.base64',
  'claims.payByHand.cash.file.base64',
  // Names that the program gave itself; an unknown one is refused.
  'settings.history.name',
  'settings.setParameter.name',
  'claims.answerWarning.code',
  // Keys that a page made up, by which the same act sent twice is one.
  'claims.approveClean.claims[].key',
  'claims.approveSecond.key',
  'claims.attachSigned.key',
  'claims.decide.key',
  'claims.payByHand.key',
  'claims.sign.key',
  'claims.signBatch.key',
  'claims.topUp.key',
  'claims.verify.key',
];

const checksOf = (schema: z.core.$ZodType): readonly z.core.$ZodCheck[] =>
  partsOf(schema)[0]?.checks ?? [];

const TEXT = [Line, Lines].flatMap(checksOf);
const MOMENT = [Instant, LocalDate, LocalDateTime, LocalEndTime, LocalTime].flatMap(checksOf);

/** The last step of a way through an input that is a name the program gave: `id`, `personId`, `partIds[]`. */
const IS_ID = /(?:^|\.)(?:id|[a-z][A-Za-z]*Ids?(?:\[\])?)$/;

const hasPattern = (part: SchemaPart): boolean =>
  part.checks.some((check) => {
    const { def } = check._zod as unknown as { def: { format?: string } };
    return def.format === 'regex';
  });

/** The strings of an input that neither clean what was typed nor are an id, a date, a time or a fixed pattern. */
function bareTexts(input: z.core.$ZodType): readonly string[] {
  return partsOf(input)
    .filter((part) => part.type === 'string')
    .filter((part) => !part.checks.some((check) => TEXT.includes(check) || MOMENT.includes(check)))
    .filter((part) => !IS_ID.test(part.path) && !hasPattern(part))
    .map((part) => part.path);
}

describe('Text that people type', () => {
  const bare = [...PROCEDURES].flatMap(([name, declared]) =>
    bareTexts(declared.input).map((path) => `${name}${path}`),
  );

  it('is cleaned of what nobody sees, except where every letter counts', () => {
    expect(bare.toSorted()).toEqual(LETTER_BY_LETTER.toSorted());
  });

  it('is found bare in a field that cleans nothing, however deep it lies', () => {
    const Seeded = z.strictObject({
      id: z.string().max(36),
      date: LocalDate.refine(() => true),
      pin: z.string().regex(/^\d+$/),
      name: Line.min(1).max(80),
      rows: z.array(z.strictObject({ notes: Lines.default(''), why: z.string().trim() })),
    });
    expect(bareTexts(Seeded)).toEqual(['.rows[].why']);
  });
});
