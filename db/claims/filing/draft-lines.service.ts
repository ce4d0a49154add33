import type { Ctx } from '#db/shared/ctx';
import { isSameLine } from '../claim-words.rules.ts';
import type { ClaimWords, LineWords } from '../claims.contract.ts';
import { claimErrors } from '../claims.errors.ts';
import { journeyKeyOf } from '../journey.rules.ts';
import * as lines from '../lines.repository.ts';

/** Lines as they were before a save, and whether anybody has ever signed them. */
type Before = {
  readonly reference: string;
  readonly before: readonly lines.StoredLine[];
  readonly isSigned: boolean;
};

/**
 * Writes the lines of a claim in the order in which the page has them. Only open ones change; one that nobody signed
 * goes when it is taken off, one that was signed stays on record as withdrawn.
 */
export async function saveLines(
  ctx: Ctx,
  words: ClaimWords,
  { reference, before, isSigned }: Before,
): Promise<void> {
  const known = new Map(before.map((line) => [line.id, line]));
  const sent = new Set(words.lines.map(({ id }) => id));
  for (const line of words.lines) checkMayChange(reference, known.get(line.id), line);
  await lines.clearPositions(ctx, words.id);
  let position = 0;
  for (const line of words.lines) {
    const old = known.get(line.id);
    if (old === undefined) await insertLine(ctx, words.id, line, position);
    else if (old.state === 'open') await changeLine(ctx, line, position);
    else await lines.update(ctx, line.id, { position });
    position += 1;
  }
  for (const line of before.filter(({ id }) => !sent.has(id))) {
    if (line.state === 'open' && !isSigned) {
      await lines.remove(ctx, line.id);
      continue;
    }
    const isTakenOff = line.state === 'open';
    await lines.update(ctx, line.id, { position, ...(isTakenOff ? { state: 'withdrawn' } : {}) });
    position += 1;
  }
}

/** A line that was decided, or waits for it, is sent back as it is or left out; it is never changed by a save. */
function checkMayChange(
  reference: string,
  old: lines.StoredLine | undefined,
  line: LineWords,
): void {
  if (old === undefined || old.state === 'open' || isSameLine(old, line)) return;
  throw claimErrors.error('claim.line-closed', { reference });
}

async function insertLine(
  ctx: Ctx,
  claimId: string,
  line: LineWords,
  position: number,
): Promise<void> {
  await lines.insert(ctx, [
    {
      id: line.id,
      claim_id: claimId,
      position,
      state: 'open',
      ...lines.wordColumns(line, journeyKeyOf(line)),
      payable_pence: null,
      cuts_json: '[]',
      policy_version: '',
      decided_pence: null,
      decision_why: '',
    },
  ]);
  await lines.layReceipts(ctx, line.id, line.receiptIds);
}

async function changeLine(ctx: Ctx, line: LineWords, position: number): Promise<void> {
  await lines.update(ctx, line.id, {
    position,
    ...lines.wordColumns(line, journeyKeyOf(line)),
  });
  await lines.layReceipts(ctx, line.id, line.receiptIds);
}
