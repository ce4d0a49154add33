import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROGRAM } from '#db/open-core';
import { payableDetails } from '#db/payees/payable.service';
import type { PayeeId } from '#db/payees/payees.contract';
import { mustExist } from '#db/shared/domain-error';
import type { LocalDate } from '#db/shared/local-date';
import { aGroup, recordDetails } from '../support/builders/groups.ts';
import {
  ACCOUNT,
  aPaidGroup,
  callBack,
  HEARD,
  KNOWN_PHONE,
  newDetails,
  stagedDetails,
  verifiedDetails,
} from '../support/builders/payees.ts';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const payable = (id: PayeeId, on = '2027-01-04') =>
  core.core.unit(PROGRAM, 'reads', (ctx) => payableDetails(ctx, id, on as LocalDate));

const waiting = async () =>
  (await core.as('manager').call('tasks.list', {})).tasks.filter(
    (task) => task.kind === 'payees.call-back',
  );

describe('Bank details that are entered', () => {
  it('wait for a second person, are masked, and are paid to by nobody meanwhile (P12)', async () => {
    const of = await aPaidGroup(core);
    const payee = await stagedDetails(core, of);
    expect(payee).toMatchObject({
      name: 'Ashdown TRA',
      verified: null,
      staged: {
        number: 1,
        state: 'staged',
        name: 'Ashdown TRA current',
        maskedAccount: '••••3907',
        maskedSortCode: '••-••-53',
        enteredBy: 'Olu Bright',
        isEnteredByMe: true,
      },
      knownNumbers: [{ number: KNOWN_PHONE, whose: expect.stringContaining('Ashdown TRA') }],
    });
    expect(await payable(payee.id)).toMatchObject({ isPayable: false, why: 'staged' });
  });

  it('put one task on the list of the second person, due in two working days, without a number', async () => {
    const of = await aPaidGroup(core);
    await stagedDetails(core, of);
    const [task, ...others] = await waiting();
    expect(others).toEqual([]);
    expect(task).toMatchObject({
      role: 'manager',
      path: `/groups/${of.groupId}`,
      dueOn: '2027-01-07',
    });
    expect(task?.words).toContain('Ashdown TRA');
    expect(task?.words).not.toMatch(/\d/);
  });

  it('take the 0 in front of an account number of seven figures, and say so', async () => {
    const of = await aPaidGroup(core);
    const { payee, notes } = await core
      .as('officer')
      .call(
        'payees.addDetails',
        newDetails(of, { details: { ...ACCOUNT, accountNumber: '821 3907' } }),
      );
    expect(notes).toEqual([
      'The account number has seven figures. A 0 was put in front, as banks do.',
    ]);
    const shown = await core
      .as('manager')
      .call('payees.showInFull', { id: payee.staged?.id as never, reason: 'Asked by the bank' });
    expect(shown).toMatchObject({ sortCode: '207153', accountNumber: '08213907' });
  });

  it('are refused while others wait, with who entered those and what to do', async () => {
    const of = await aPaidGroup(core);
    const payee = await stagedDetails(core, of);
    const refusal = await core
      .as('desk')
      .refusal('payees.addDetails', newDetails(of, { version: payee.version }));
    expect(refusal).toMatchObject({ code: 'payee.staged-already' });
    expect(refusal.message).toContain('Olu Bright');
  });

  it('are refused when they are those already paid to', async () => {
    const of = await aPaidGroup(core);
    const payee = await verifiedDetails(core, of);
    expect(
      await core
        .as('desk')
        .refusal('payees.addDetails', newDetails(of, { version: payee.version })),
    ).toMatchObject({ code: 'payee.same-details' });
  });

  it('are refused when someone else was quicker', async () => {
    const of = await aPaidGroup(core);
    await verifiedDetails(core, of);
    expect(
      await core.as('desk').refusal('payees.addDetails', newDetails(of, { version: 1 })),
    ).toMatchObject({ code: 'payee.changed-by-someone-else' });
    const other = await aPaidGroup(core, 'Oak Estate TRA');
    expect(
      await core.as('desk').refusal('payees.addDetails', newDetails(other, { version: 3 })),
    ).toMatchObject({ code: 'payee.changed-by-someone-else' });
  });

  it('are refused with a number in the words beside them, however it is spaced', async () => {
    const of = await aPaidGroup(core);
    for (const why of ['New account 4821 3907', 'Now 20-71-53 instead', 'Was 348213907, they say'])
      expect(
        await core.as('desk').refusal('payees.addDetails', newDetails(of, { why })),
      ).toMatchObject({ code: 'payee.number-in-words' });
    const staged = await stagedDetails(core, of);
    for (const refusal of [
      await core
        .as('manager')
        .refusal('payees.recordCallBack', callBack(staged, { spokeTo: 'Lane, 4821 3907' })),
      await core.as('manager').refusal('payees.rejectDetails', {
        id: staged.staged?.id as never,
        why: 'They say 20-71-53 is wrong',
        version: staged.version,
      }),
    ])
      expect(refusal).toMatchObject({ code: 'payee.number-in-words' });
  });

  it('warn of another payee with the same account, whatever its spelling', async () => {
    await verifiedDetails(core, await aPaidGroup(core));
    const person = await aPerson(core, { name: 'Jo Marsh', phone: '07700 900123' });
    const { payee, notes } = await core
      .as('desk')
      .call(
        'payees.addDetails',
        newDetails(
          { kind: 'person', personId: person.id },
          { details: { ...ACCOUNT, accountName: 'J Marsh', sortCode: '20 71 53' } },
        ),
      );
    expect(notes.join()).toContain('Ashdown TRA');
    expect(payee.sameAccount).toMatchObject([{ name: 'Ashdown TRA', state: 'verified' }]);
    const rejected = await core.as('manager').call('payees.rejectDetails', {
      id: payee.staged?.id as never,
      why: 'It is the account of the group.',
      version: payee.version,
    });
    expect(rejected.sameAccount).toEqual([]);
  });
});

describe('The call-back', () => {
  it('by a second person on a known number takes the details into force', async () => {
    const of = await aPaidGroup(core);
    const staged = await stagedDetails(core, of);
    const payee = await core.as('finance').call('payees.recordCallBack', callBack(staged));
    expect(payee).toMatchObject({
      staged: null,
      verified: {
        state: 'verified',
        call: {
          on: '2027-01-04',
          number: KNOWN_PHONE,
          spokeTo: 'P. Lane',
          recordedBy: 'Finn Marlow',
        },
      },
    });
    expect(await waiting()).toEqual([]);
    expect(await payable(payee.id)).toMatchObject({
      isPayable: true,
      number: 1,
      details: { sortCode: '207153', accountNumber: '48213907' },
    });
  });

  it('is refused to who entered the details', async () => {
    const of = await aPaidGroup(core);
    const manager = core.as('manager');
    const { payee } = await manager.call('payees.addDetails', newDetails(of));
    const refusal = await manager.refusal('payees.recordCallBack', callBack(payee));
    expect(refusal).toMatchObject({ code: 'payee.same-person' });
    expect(refusal.message).toContain('second person');
  });

  it('is refused also by the file to who entered the details', async () => {
    const of = await aPaidGroup(core);
    const payee = await stagedDetails(core, of);
    expect(() =>
      core
        .raw()
        .prepare(
          `UPDATE payee_details SET state = 'verified', checked_by_user_id = entered_by_user_id,
           checked_at = '', checked_on = '', called_on = '', call_sealed = '' WHERE id = ?`,
        )
        .run(payee.staged?.id),
    ).toThrow('ck_payee_details_second_person');
  });

  it('is refused on a number that came with or after the details', async () => {
    const of = await aPaidGroup(core);
    const payee = await stagedDetails(core, of);
    const group = await core.as('desk').call('groups.get', { id: of.groupId });
    const { id, name, kind, version } = group;
    await core.as('desk').call('groups.change', { id, name, kind, version, phone: '07700 900666' });
    for (const number of ['07700 900666', '07700 900667', KNOWN_PHONE])
      expect(
        await core.as('manager').refusal('payees.recordCallBack', callBack(payee, { number })),
      ).toMatchObject({ code: 'payee.no-known-number', field: 'number' });
  });

  it('is refused on any other number than those of the list', async () => {
    const of = await aPaidGroup(core);
    const payee = await stagedDetails(core, of);
    const refusal = await core
      .as('manager')
      .refusal('payees.recordCallBack', callBack(payee, { number: '07700 900667' }));
    expect(refusal).toMatchObject({ code: 'payee.number-not-known', field: 'number' });
  });

  it('takes a known number in any spelling', async () => {
    const of = await aPaidGroup(core);
    const payee = await stagedDetails(core, of);
    const { verified } = await core
      .as('manager')
      .call('payees.recordCallBack', callBack(payee, { number: '+44 23 8000 4711' }));
    expect(verified?.state).toBe('verified');
  });

  it('rings no number that who entered the details put on record the same day', async () => {
    const officer = core.as('officer');
    const group = await officer.call('groups.add', {
      name: 'Birch Court TRA',
      kind: 'tra',
      phone: '07700 900555',
    });
    const of = { kind: 'group', groupId: group.id } as const;
    const { payee, notes } = await officer.call('payees.addDetails', newDetails(of));
    expect(notes.join()).toContain('nobody can ring them back');
    expect(payee.knownNumbers).toEqual([]);
    const rung = callBack(payee, { number: '07700 900555' });
    expect(await core.as('manager').refusal('payees.recordCallBack', rung as never)).toMatchObject({
      code: 'payee.no-known-number',
    });
  });

  it('may ring the contact of a group', async () => {
    const contact = await aPerson(core, { name: 'Pat Lane', phone: '07700 900321' });
    const of = await aPaidGroup(core);
    const group = await core.as('desk').call('groups.get', { id: of.groupId });
    await core
      .as('desk')
      .call('groups.changeRecord', recordDetails(group, { contactId: contact.id }));
    const payee = await stagedDetails(core, of);
    expect(payee.knownNumbers).toContainEqual({
      number: '07700 900321',
      whose: 'Pat Lane, contact, on record since 4 January 2027',
    });
  });

  it('comes after the details and has happened', async () => {
    const of = await aPaidGroup(core);
    const payee = await stagedDetails(core, of);
    for (const on of ['2027-01-03', '2027-01-05'])
      expect(
        await core.as('manager').refusal('payees.recordCallBack', callBack(payee, { on })),
      ).toMatchObject({ code: 'payee.call-outside', field: 'on' });
  });

  it('is refused when another account is read out than was entered, without repeating it', async () => {
    const of = await aPaidGroup(core);
    const payee = await stagedDetails(core, of);
    for (const heard of [
      { ...HEARD, accountNumber: '48213908' },
      { ...HEARD, sortCode: '207154' },
      null,
    ]) {
      const refusal = await core
        .as('manager')
        .refusal('payees.recordCallBack', callBack(payee, { heard }));
      expect(refusal).toMatchObject({ code: 'payee.not-as-heard' });
      expect(JSON.stringify(refusal)).not.toMatch(/\d{4}/);
    }
  });

  it('is recorded once', async () => {
    const of = await aPaidGroup(core);
    const payee = await stagedDetails(core, of);
    const record = callBack(payee);
    await core.as('manager').call('payees.recordCallBack', record);
    expect(await core.as('manager').refusal('payees.recordCallBack', record)).toMatchObject({
      code: 'payee.not-staged',
    });
  });

  it('checks cheques and cash by the same road', async () => {
    const of = await aPaidGroup(core);
    const cheque = await stagedDetails(core, of, {
      details: { method: 'cheque', payableTo: 'Ashdown TRA' },
    });
    const checked = await core
      .as('manager')
      .call('payees.recordCallBack', callBack(cheque, { heard: null }));
    expect(checked.verified).toMatchObject({ method: 'cheque', name: 'Ashdown TRA' });
    const cash = await stagedDetails(core, of, {
      details: { method: 'cash' },
      version: checked.version,
    });
    expect(cash).toMatchObject({ staged: { method: 'cash', name: '', maskedAccount: '' } });
  });
});

describe('Changed details', () => {
  const NEW = { ...ACCOUNT, accountNumber: '11223344' };

  it('freeze the payee until they are checked; then the old ones are history with their days', async () => {
    const of = await aPaidGroup(core);
    const first = await verifiedDetails(core, of);
    core.clock.set('2027-01-06T09:00:00.000Z');
    const staged = await stagedDetails(core, of, { details: NEW, version: first.version });
    expect(await payable(first.id)).toMatchObject({ isPayable: false, why: 'staged' });

    const heard = { ...HEARD, accountNumber: '11223344' };
    const payee = await core
      .as('manager')
      .call('payees.recordCallBack', callBack(staged, { on: '2027-01-06', heard }));
    expect(payee.history.map(({ number, state }) => [number, state])).toEqual([
      [2, 'verified'],
      [1, 'replaced'],
    ]);
    expect(await payable(payee.id, '2027-01-05')).toMatchObject({ isPayable: true, number: 1 });
    expect(await payable(payee.id, '2027-01-06')).toMatchObject({ isPayable: true, number: 2 });
    expect(await payable(payee.id, '2027-01-03')).toMatchObject({ isPayable: false, why: 'none' });
  });

  it('that are turned down leave the old ones in force, and the reason on record', async () => {
    const of = await aPaidGroup(core);
    const first = await verifiedDetails(core, of);
    const staged = await stagedDetails(core, of, { details: NEW, version: first.version });
    const payee = await core.as('finance').call('payees.rejectDetails', {
      id: staged.staged?.id as never,
      why: 'Nobody there had changed banks.',
      version: staged.version,
    });
    expect(payee).toMatchObject({ staged: null, verified: { number: 1 } });
    expect(payee.history[0]).toMatchObject({
      state: 'rejected',
      closed: { by: 'Finn Marlow', why: 'Nobody there had changed banks.' },
    });
    expect(await waiting()).toEqual([]);
    expect(await payable(payee.id)).toMatchObject({ isPayable: true, number: 1 });
    expect(
      await core.as('manager').refusal('payees.rejectDetails', {
        id: staged.staged?.id as never,
        why: 'Twice',
        version: payee.version,
      }),
    ).toMatchObject({ code: 'payee.not-staged' });
  });

  it('that are withdrawn are paid to no more, stay as history with the reason, and hold up no erasure', async () => {
    const person = await aPerson(core, { phone: KNOWN_PHONE });
    const of = { kind: 'person', personId: person.id } as const;
    const { verified, version } = await verifiedDetails(core, of);
    const asked = { kind: 'person', id: person.id } as const;
    const open = async () =>
      (await core.as('manager').call('holdings.previewErasure', asked)).open.map(
        ({ words }) => words,
      );
    expect(await open()).toEqual(['bank details in use: withdraw them on their page']);
    const wanted = { id: mustExist(verified, 'it was checked').id, why: 'He moved away.', version };
    const payee = await core.as('desk').call('payees.withdrawDetails', wanted);
    expect(payee).toMatchObject({ verified: null, staged: null });
    expect(payee.history[0]).toMatchObject({
      state: 'replaced',
      closed: { on: '2027-01-04', why: 'He moved away.' },
    });
    expect(await payable(payee.id)).toMatchObject({ isPayable: false, why: 'none' });
    expect(await open()).toEqual([]);
    const again = { ...wanted, version: payee.version };
    expect(await core.as('desk').refusal('payees.withdrawDetails', again)).toMatchObject({
      code: 'payee.not-in-use',
    });
  });
});

describe('The whole number', () => {
  it('is shown with a reason, and each look is put on record with no more than the mask', async () => {
    const of = await aPaidGroup(core);
    const payee = await verifiedDetails(core, of);
    const id = payee.verified?.id as never;
    for (const reason of ['The bank asks', 'The bank asks again'])
      expect(await core.as('officer').call('payees.showInFull', { id, reason })).toMatchObject({
        accountNumber: '48213907',
      });
    const lines = await core
      .as('manager')
      .call('audit.ofObject', { objectType: 'group', objectId: of.groupId });
    const looks = lines.filter(({ action }) => action === 'payee.shown-in-full');
    expect(looks).toHaveLength(2);
    expect(JSON.stringify(looks)).toContain('The bank asks again');
    expect(JSON.stringify(lines)).toContain('••••3907');
    expect(JSON.stringify(lines)).not.toMatch(/48213907|207153/);
  });

  it('is not shown for a reason that carries it, nor of details that are not there', async () => {
    const of = await aPaidGroup(core);
    const payee = await stagedDetails(core, of);
    const id = payee.staged?.id as never;
    expect(
      await core.as('officer').refusal('payees.showInFull', { id, reason: 'Is it 48213907?' }),
    ).toMatchObject({ code: 'payee.number-in-words' });
    expect(
      await core
        .as('officer')
        .refusal('payees.showInFull', { id: 'nothing' as never, reason: 'Look' }),
    ).toMatchObject({ code: 'payee.details-not-found' });
  });

  it('is neither read nor paid to where the key that sealed it is missing', async () => {
    const of = await aPaidGroup(core);
    const payee = await verifiedDetails(core, of);
    const staged = await stagedDetails(core, of, {
      details: { ...ACCOUNT, accountNumber: '11223344' },
      version: payee.version,
    });
    core.raw().prepare('DROP TRIGGER payee_details_stay_as_entered').run();
    // Details of one row put into another are as unreadable as those of a lost key.
    core
      .raw()
      .prepare(
        `UPDATE payee_details SET sealed = (SELECT sealed FROM payee_details WHERE id = ?) WHERE id = ?`,
      )
      .run(staged.staged?.id, payee.verified?.id);
    expect(
      await core
        .as('officer')
        .refusal('payees.showInFull', { id: payee.verified?.id as never, reason: 'Look' }),
    ).toMatchObject({ code: 'payee.key-missing' });
    const after = await core.as('manager').call('payees.rejectDetails', {
      id: staged.staged?.id as never,
      why: 'A mistake',
      version: staged.version,
    });
    expect(after.verified).toMatchObject({
      isReadable: false,
      name: '',
      maskedAccount: '••••3907',
    });
    expect(await payable(payee.id)).toMatchObject({ isPayable: false, why: 'unreadable' });
  });
});

describe('A group or person without details', () => {
  it('has no payee, and nothing is paid', async () => {
    const group = await aGroup(core);
    expect(
      await core.as('desk').call('payees.ofParty', { of: { kind: 'group', groupId: group.id } }),
    ).toBeNull();
    expect(await payable('nobody' as PayeeId)).toMatchObject({ isPayable: false, why: 'none' });
  });
});
