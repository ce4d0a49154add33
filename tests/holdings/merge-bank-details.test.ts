import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Payee } from '#db/payees/payees.contract';
import type { Party } from '#db/people/party.contract';
import { aGroup } from '../support/builders/groups.ts';
import { aMerge, seeMerge } from '../support/builders/merges.ts';
import {
  ACCOUNT,
  aPaidGroup,
  callBack,
  KNOWN_PHONE,
  stagedDetails,
  verifiedDetails,
} from '../support/builders/payees.ts';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { everyRow } from '../support/rows-of-the-file.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const OTHER = { ...ACCOUNT, accountName: 'Ash Tenants', accountNumber: '90817263' };
const OTHER_HEARD = { sortCode: '207153', accountNumber: '90817263', buildingReference: '' };

const desk = () => core.as('desk');
const manager = () => core.as('manager');
const pairOf = (kept: Party, lost: Party) =>
  ({ kind: kept.kind, keptId: idOf(kept), lostId: idOf(lost) }) as const;
const idOf = (of: Party): string => (of.kind === 'group' ? of.groupId : of.personId);
const payeeOf = async (of: Party): Promise<Payee> => {
  const payee = await manager().call('payees.ofParty', { of });
  if (payee === null) throw new Error('nobody entered how they are paid');
  return payee;
};

/** Another account, entered by the officer and checked by the manager. */
async function otherDetails(of: Party, version = 0): Promise<Payee> {
  const staged = await stagedDetails(core, of, { details: OTHER, version });
  return manager().call('payees.recordCallBack', callBack(staged, { heard: OTHER_HEARD }));
}

/** Two records of one group, each paid to an account of its own. */
async function ashTwice() {
  const kept = await aPaidGroup(core, 'Ash TRA');
  const lost = await aPaidGroup(core, 'Ash Tenants');
  await verifiedDetails(core, kept);
  await otherDetails(lost);
  return { kept, lost };
}

describe('Two records that both have bank details', () => {
  it('are shown masked with the choice of whose stay, and nothing is closed before', async () => {
    const { kept, lost } = await ashTwice();
    const before = everyRow(core);
    const { fields, moves } = await seeMerge(core, pairOf(kept, lost));
    expect(fields).toContainEqual({
      field: 'bankDetails',
      words: 'Bank details',
      kept: '••••3907, sort code ••-••-53, Ashdown TRA current, checked on 4 January 2027',
      lost: '••••7263, sort code ••-••-53, Ash Tenants, checked on 4 January 2027',
      wins: 'kept',
      isChoice: true,
    });
    expect(moves).toContainEqual({ words: 'way they are paid', count: 1 });
    expect(everyRow(core)).toEqual(before);
  });

  it.each([
    ['kept', [], '••••3907', '••••7263'],
    ['other', ['bankDetails'], '••••7263', '••••3907'],
  ] as const)(
    'are paid to those of the %s record as was chosen, and the others are closed history',
    async (_, fromLost, stays, closed) => {
      const { kept, lost } = await ashTwice();
      await aMerge(core, pairOf(kept, lost), { fromLost });
      const payee = await payeeOf(kept);
      expect(payee.verified?.maskedAccount).toBe(stays);
      expect(payee.history.map((one) => [one.maskedAccount, one.state, one.joinedOn])).toEqual([
        [stays, 'verified', null],
        [closed, 'replaced', '2027-01-04'],
      ]);
      const past = payee.history[1];
      expect(past?.closed).toMatchObject({ on: '2027-01-04', by: expect.stringMatching(/\w/) });
      const full = await manager().call('payees.showInFull', {
        id: past?.id ?? '',
        reason: 'A payment of last year came back',
      });
      expect(full).toMatchObject({ method: 'bank-transfer' });
      expect(payee.sameAccount).toEqual([]);
    },
  );

  it('keep each version its number, its seal and who checked it', async () => {
    const { kept, lost } = await ashTwice();
    const sealed = () =>
      core
        .raw()
        .prepare(
          'SELECT id, payee_id, number, sealed, call_sealed, entered_by_user_id, checked_by_user_id FROM payee_details ORDER BY id',
        )
        .all();
    const before = sealed();
    await aMerge(core, pairOf(kept, lost), { fromLost: ['bankDetails'] });
    expect(sealed()).toEqual(before);
  });

  it('are masked for the auditor, those that were closed too', async () => {
    const one = await aPerson(core, { name: 'Rana Haddad', phone: KNOWN_PHONE });
    const other = await aPerson(core, { name: 'R. Haddad', phone: KNOWN_PHONE });
    const [kept, lost] = [one, other].map(({ id }) => ({ kind: 'person', personId: id }) as const);
    if (kept === undefined || lost === undefined) throw new Error('two were entered');
    await verifiedDetails(core, kept);
    await otherDetails(lost);
    await aMerge(core, pairOf(kept, lost));
    const seen = JSON.stringify(await core.as('auditor').call('payees.ofParty', { of: kept }));
    expect(seen).toContain('••••7263');
    expect(seen).not.toMatch(/Haddad|Ash|P\. Lane|opened an account|of theirs were put together/);
  });

  it('ask nothing where both are paid to one account, or only one was ever checked', async () => {
    const kept = await aPaidGroup(core, 'Oak TRA');
    const lost = await aPaidGroup(core, 'Oak Tenants');
    await verifiedDetails(core, kept);
    await verifiedDetails(core, lost);
    const { fields } = await seeMerge(core, pairOf(kept, lost));
    expect(fields).toContainEqual(
      expect.objectContaining({ field: 'bankDetails', isChoice: false, wins: 'kept' }),
    );
    const third = await aPaidGroup(core, 'Oak Court');
    const { staged, version } = await stagedDetails(core, third);
    const id = staged?.id ?? '';
    await manager().call('payees.rejectDetails', { id, why: 'Not theirs', version });
    const pair = pairOf(third, kept);
    expect((await seeMerge(core, pair)).fields).toContainEqual(
      expect.objectContaining({ field: 'bankDetails', isChoice: false, wins: 'lost', kept: '' }),
    );
    await aMerge(core, pair);
    expect((await payeeOf(third)).history.map(({ state }) => state)).toEqual([
      'verified',
      'rejected',
    ]);
  });

  it('are refused while details of either wait for a second person, and say what to do', async () => {
    const { kept, lost } = await ashTwice();
    const { version } = await payeeOf(kept);
    const staged = await stagedDetails(core, kept, {
      details: { ...OTHER, accountName: 'Ash TRA' },
      version,
    });
    for (const pair of [pairOf(kept, lost), pairOf(lost, kept)])
      expect(await desk().refusal('holdings.previewMerge', pair)).toMatchObject({
        code: 'payee.joined-while-staged',
        message: expect.stringMatching(
          /those of Ash TRA that .+ entered on 4 January 2027 still wait .+ turn those details down, then/,
        ),
      });
    await manager().call('payees.rejectDetails', {
      id: staged.staged?.id ?? '',
      why: 'They changed their mind',
      version: staged.version,
    });
    await aMerge(core, pairOf(kept, lost));
  });

  it('are not put on the details that somebody entered by that same person', async () => {
    const { kept, lost } = await ashTwice();
    const seen = await seeMerge(core, pairOf(kept, lost));
    const wanted = {
      ...pairOf(kept, lost),
      keptVersion: seen.kept.version,
      lostVersion: seen.lost.version,
      reason: '',
    };
    const choice = { ...wanted, fromLost: ['bankDetails'] };
    expect(await core.as('officer').refusal('holdings.joinRecords', choice)).toMatchObject({
      code: 'payee.joined-by-who-entered',
      message: expect.stringContaining('Ash Tenants'),
    });
    await core.as('officer').call('holdings.joinRecords', { ...wanted, fromLost: [] });
  });

  it('stand in the history of what happened with no more than the mask, and that sealed', async () => {
    const { kept, lost } = await ashTwice();
    await aMerge(core, pairOf(kept, lost), { fromLost: ['bankDetails'] });
    const lines = await manager().call('audit.ofObject', {
      objectType: 'group',
      objectId: idOf(kept),
    });
    const merged = JSON.stringify(lines.find(({ action }) => action === 'group.merged'));
    expect(merged).toMatch(/••••7263.*••••3907|••••3907.*••••7263/);
    const chain = core
      .raw()
      .prepare("SELECT before_json || after_json FROM audit_entry WHERE action = 'group.merged'")
      .pluck()
      .get();
    expect(chain).not.toMatch(/3907|7263/);
  });

  it('are moved as they are where only one of the two is paid', async () => {
    const paid = await aPaidGroup(core, 'Ash Tenants');
    const group = await aGroup(core, { name: 'Ash Court' });
    const kept = { kind: 'group', groupId: group.id } as const;
    await stagedDetails(core, paid);
    await aMerge(core, pairOf(kept, paid));
    expect((await payeeOf(kept)).staged?.maskedAccount).toBe('••••3907');
  });
});

describe('Bank details after a merge is taken back', () => {
  it.each([[[]], [['bankDetails']]])('are as they were, with %j chosen', async (fromLost) => {
    const { kept, lost } = await ashTwice();
    const before = everyRow(core);
    const merge = await aMerge(core, pairOf(kept, lost), { fromLost });
    const undone = await desk().call('holdings.undoJoin', { id: merge.id });
    expect(undone.left).toEqual([]);
    expect(everyRow(core)).toEqual(before);
  });

  it('stay with the kept record where they were changed since, so that nobody is paid in two ways', async () => {
    const { kept, lost } = await ashTwice();
    const merge = await aMerge(core, pairOf(kept, lost), { fromLost: ['bankDetails'] });
    const { version } = await payeeOf(kept);
    await stagedDetails(core, kept, { version });
    const undone = await desk().call('holdings.undoJoin', { id: merge.id });
    expect(undone.left).toEqual([
      { words: 'bank details', count: 2 },
      { words: 'way they are paid', count: 1 },
    ]);
    const payee = await payeeOf(kept);
    expect(payee.staged?.maskedAccount).toBe('••••3907');
    expect(payee.history.map(({ maskedAccount, state }) => [maskedAccount, state])).toEqual([
      ['••••3907', 'staged'],
      ['••••7263', 'verified'],
      ['••••3907', 'replaced'],
    ]);
    expect(await manager().call('payees.ofParty', { of: lost })).toBeNull();
  });

  it('go back to the other record where the kept one took new ones since', async () => {
    const { kept, lost } = await ashTwice();
    const merge = await aMerge(core, pairOf(kept, lost));
    const { version } = await payeeOf(kept);
    await stagedDetails(core, kept, {
      details: { ...OTHER, accountNumber: '11223344' },
      version,
    });
    await desk().call('holdings.undoJoin', { id: merge.id });
    expect((await payeeOf(lost)).verified?.maskedAccount).toBe('••••7263');
    expect((await payeeOf(kept)).staged?.maskedAccount).toBe('••••3344');
  });

  it('come along when their record goes into another, with those of the past, and back', async () => {
    const { kept, lost } = await ashTwice();
    const third = await aPaidGroup(core, 'Ash Court');
    const staged = await stagedDetails(core, third, {
      details: { method: 'cheque', payableTo: 'Ash Court' },
    });
    await manager().call('payees.recordCallBack', callBack(staged, { heard: null }));
    await aMerge(core, pairOf(kept, lost), { fromLost: ['bankDetails'] });
    const before = everyRow(core);
    const second = await aMerge(core, pairOf(third, kept));
    expect((await payeeOf(third)).history).toHaveLength(3);
    await desk().call('holdings.undoJoin', { id: second.id });
    expect(everyRow(core)).toEqual(before);
  });
});

describe('The file', () => {
  it('opens closed details again only while their payee is one of the past, and adds none to it', async () => {
    const { kept, lost } = await ashTwice();
    await aMerge(core, pairOf(kept, lost));
    const raw = core.raw();
    const past = raw
      .prepare('SELECT id FROM payee WHERE joined_on IS NOT NULL')
      .pluck()
      .get() as string;
    expect(() =>
      raw
        .prepare(
          `INSERT INTO payee_details SELECT 'new', payee_id, 9, 'staged', method, sealed, '', '', '', '[]', 'form', '', entered_by_user_id, entered_at, entered_on, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '' FROM payee_details WHERE payee_id = ?`,
        )
        .run(past),
    ).toThrow('takes no details');
    expect(() => raw.prepare('UPDATE payee SET joined_on = NULL WHERE id = ?').run(past)).toThrow(
      'UNIQUE',
    );
    const payee = await payeeOf(kept);
    await otherDetails(kept, payee.version);
    expect(() =>
      raw
        .prepare(
          "UPDATE payee_details SET state = 'verified' WHERE state = 'replaced' AND payee_id = ?",
        )
        .run(payee.id),
    ).toThrow('verified only from staged');
  });
});
