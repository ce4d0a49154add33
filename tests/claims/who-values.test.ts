import { describe, expect, it } from 'vitest';
import { LocalDate } from '#db/shared/local-date';
import {
  newWhoValues,
  WhoValues,
  whoValuesOf,
  whoWords,
} from '../../renderer/claims/form/who-values.ts';
import { aClaim } from './claim-on-screen.ts';

const TODAY = LocalDate.parse('2027-01-04');
const RANA = { id: 'person:p-1', title: 'Rana Haddad' };
const OKAFOR = { id: 'person:p-2', title: 'J. Okafor' };
const BIRCH = { id: 'group:g-1', title: 'Birch Court TRA' };

const answers = (part: Record<string, unknown>) =>
  WhoValues.parse({ ...newWhoValues(TODAY, RANA), ...part });
const complaints = (part: Record<string, unknown>) =>
  (WhoValues.safeParse({ ...newWhoValues(TODAY, RANA), ...part }).error?.issues ?? []).map(
    ({ path }) => path.join('.'),
  );

describe('Who claims, who brings it and who is paid (EXP-19)', () => {
  it('are the same person while only one name is given', () => {
    expect(whoWords(answers({}))).toEqual({
      claimant: { kind: 'person', personId: 'p-1' },
      filerPersonId: 'p-1',
      filerGroupId: null,
      payee: { kind: 'person', personId: 'p-1' },
      receivedOn: TODAY,
    });
  });

  it('are three where a treasurer brings it for a member and the group is paid', () => {
    const said = answers({
      bringer: 'other',
      filer: OKAFOR,
      actsFor: { who: OKAFOR, answer: BIRCH.id },
      paidTo: 'group',
    });
    expect(whoWords(said)).toMatchObject({
      claimant: { kind: 'person', personId: 'p-1' },
      filerPersonId: 'p-2',
      filerGroupId: 'g-1',
      payee: { kind: 'group', groupId: 'g-1' },
    });
  });

  it('leave who brings it open for a claim that came by post', () => {
    expect(whoWords(answers({ bringer: 'post' })).filerPersonId).toBeNull();
  });

  it('know a member of staff from a tenant of the same name', () => {
    expect(whoWords(answers({ isStaff: true })).claimant).toEqual({
      kind: 'staff',
      personId: 'p-1',
    });
  });

  it('let somebody bring what a group claims, for that group', () => {
    const said = answers({ claimant: BIRCH, bringer: 'other', filer: OKAFOR });
    expect(whoWords(said)).toMatchObject({
      claimant: { kind: 'group', groupId: 'g-1' },
      filerPersonId: 'p-2',
      filerGroupId: 'g-1',
      payee: { kind: 'group', groupId: 'g-1' },
    });
  });

  it.each([
    [{ claimant: null }, 'claimant'],
    [{ bringer: 'other' }, 'filer'],
    [{ paidTo: 'other' }, 'payee'],
    [{ bringer: 'other', filer: OKAFOR, paidTo: 'group' }, 'paidTo'],
    [{ bringer: 'other', filer: OKAFOR, actsFor: { who: OKAFOR, answer: 'open' } }, 'actsFor'],
  ])('ask for the name that is missing: %o', (part, field) => {
    expect(complaints(part)).toEqual([field]);
  });

  it('stand in the form again as they were answered', () => {
    const claims = [
      aClaim(),
      aClaim({ filerPersonId: null, filerWords: '' }),
      aClaim({
        filerPersonId: 'p-2',
        filerGroupId: 'g-1',
        filerWords: 'J. Okafor, treasurer of Birch Court TRA',
        payee: { kind: 'group', groupId: 'g-1' },
        payeeName: 'Birch Court TRA',
      }),
      aClaim({ payee: { kind: 'person', personId: 'p-9' }, payeeName: 'Bo Lund' }),
      aClaim({ claimant: { kind: 'staff', personId: 'p-1' }, claimantKind: 'staff' }),
    ];
    for (const claim of claims)
      expect(whoWords(WhoValues.parse(whoValuesOf(claim)))).toEqual({
        claimant: claim.claimant,
        filerPersonId: claim.filerPersonId,
        filerGroupId: claim.filerGroupId,
        payee: claim.payee,
        receivedOn: claim.receivedOn,
      });
  });
});
