import { describe, expect, it } from 'vitest';
import type { AgreementDetails } from '#db/agreements/agreements.contract';
import {
  areWordsChanged,
  codeInForce,
  codeLines,
  findUnready,
  signatureBlocks,
  standsOn,
} from '#db/agreements/agreements.rules';
import { LocalDate } from '#db/shared/local-date';

const day = (text: string) => LocalDate.parse(text);

describe('An agreement', () => {
  it('stands from the day it was first signed to its last day, both included', () => {
    const agreement = { firstSignedOn: day('2026-03-01'), endedOn: day('2026-06-30') };
    const on = (date: string) => standsOn(agreement, day(date));
    expect([on('2026-02-28'), on('2026-03-01'), on('2026-06-30'), on('2026-07-01')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(standsOn({ firstSignedOn: null, endedOn: null }, day('2026-03-01'))).toBe(false);
    expect(standsOn({ ...agreement, endedOn: null }, day('2036-03-01'))).toBe(true);
  });

  it('is ready to sign once somebody signs it and a compact says who does what (GRP-24)', () => {
    const ready: Parameters<typeof findUnready>[0] = {
      kind: 'local-compact',
      parties: [{ name: 'The group', role: '', signatoryName: '', signedOn: null }],
      responsibilities: [{ who: 'The council', what: 'Sweeps', standard: '' }],
      addedClauses: '',
      clausesOnlyAdd: false,
    };
    const missing = (part: object) => findUnready({ ...ready, ...part });
    expect(missing({})).toBeUndefined();
    expect(missing({ parties: [] })).toBe('nobody-signs');
    expect(missing({ responsibilities: [] })).toBe('nothing-agreed');
    expect(missing({ kind: 'code-adoption', responsibilities: [] })).toBeUndefined();
    expect(missing({ addedClauses: 'We also speak Polish.' })).toBe('clauses-not-read');
    expect(missing({ addedClauses: 'We also.', clausesOnlyAdd: true })).toBeUndefined();
  });

  it('has other words when what is agreed differs, and the same when only its follow-up does', () => {
    const before = {
      kind: 'compact',
      groupId: null,
      personId: null,
      title: 'Compact',
      scope: '',
      aims: '',
      areaIds: ['b', 'a'],
      responsibilities: [],
      codeVersion: '',
      addedClauses: '',
      clausesOnlyAdd: false,
      parties: [],
      actions: [],
      reviewOn: null,
      whoWasConsulted: '',
      qualityNote: '',
    } as unknown as AgreementDetails;
    const differs = (part: object) => areWordsChanged(before, { ...before, ...part });
    expect(differs({ areaIds: ['a', 'b'], qualityNote: 'Good', reviewOn: '2027-01-01' })).toBe(
      false,
    );
    for (const part of [{ aims: 'More' }, { areaIds: ['a'] }, { addedClauses: 'Also' }])
      expect(differs(part)).toBe(true);
  });
});

describe('Who signs', () => {
  it('are nine in Southwark’s Compact (STD-08), and two elsewhere', () => {
    const blocks = signatureBlocks('compact', 'southwark').map(
      ({ name, role }) => `${name}, ${role}`,
    );
    expect(blocks).toEqual([
      'Tenant Council, Chair',
      'Leaseholder Council, Chair',
      'SGTO, Chair',
      'SBMETRO, Chair',
      'The council, Leader',
      'The council, Cabinet Member for Housing',
      'The council, Leader of the Opposition',
      'The council, Leader of the Minority Opposition',
      'The council, Director of Housing',
    ]);
    expect(signatureBlocks('compact', 'oxford')).toHaveLength(2);
    for (const kind of ['local-compact', 'code-adoption', 'confidentiality'] as const)
      expect(signatureBlocks(kind, 'southwark').length).toBeGreaterThan(0);
  });
});

describe('The code of conduct', () => {
  const versions = [
    { version: '2024', from: day('2024-04-01') },
    { version: '2027', from: day('2027-04-01') },
    { version: '2026', from: day('2026-04-01') },
  ];

  it('in force on a day is the latest that began by then', () => {
    expect(codeInForce(versions, day('2027-03-31'))?.version).toBe('2026');
    expect(codeInForce(versions, day('2027-04-01'))?.version).toBe('2027');
    expect(codeInForce(versions, day('2024-03-31'))).toBeUndefined();
  });

  it('lists groups on an old version first, then those that adopted none (GRP-10)', () => {
    const adoption = (groupName: string, adoptedVersion: string) => ({
      groupId: groupName as never,
      groupName,
      agreementId: (adoptedVersion === '' ? null : groupName) as never,
      adoptedVersion,
      adoptedOn: null,
      hasAddedClauses: false,
    });
    const adoptions = [adoption('Ash', '2026'), adoption('Birch', ''), adoption('Cedar', '2024')];
    const standing = (on: string) =>
      codeLines(adoptions, codeInForce(versions, day(on))).map((line) => [
        line.groupName,
        line.standing,
      ]);
    expect(standing('2026-06-01')).toEqual([
      ['Cedar', 'old'],
      ['Birch', 'none'],
      ['Ash', 'current'],
    ]);
    expect(standing('2020-01-01').map(([, word]) => word)).toEqual(['none', 'current', 'current']);
  });
});
