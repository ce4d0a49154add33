import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UserId } from '#db/users/users.contract';
import { aPerson } from '../support/builders/people.ts';
import {
  aBusPolicy,
  aFiledClaim,
  approved,
  tieAccount,
  userIdOfRole,
  verified,
} from '../support/builders/filed-claims.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import type { Role } from '#db/shared/roles';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const accountOf = (role: Role) => userIdOfRole(core, role) as UserId;
const personOf = async (role: Role, as: Role = 'manager') =>
  (await core.as(as).call('users.list', {})).users.find(({ id }) => id === accountOf(role))?.person;

describe('Which person on record an account is', () => {
  it('is said by a manager, changed, and said to be nobody; each time it stands on record, sealed', async () => {
    const person = await aPerson(core, { name: 'Finn Marlow of Elm Street' });
    expect(await personOf('finance')).toEqual({ kind: 'not-said' });
    const manager = core.as('manager');
    await manager.call('users.sayWho', { userId: accountOf('finance'), personId: person.id });
    expect(await personOf('finance')).toEqual({
      kind: 'person',
      personId: person.id,
      name: 'Finn Marlow of Elm Street',
    });
    expect(await personOf('finance', 'auditor')).toMatchObject({ kind: 'person', name: '•••' });
    await manager.call('users.sayWho', { userId: accountOf('finance'), personId: null });
    expect(await personOf('finance')).toEqual({ kind: 'nobody' });
    const entries = core
      .raw()
      .prepare("SELECT before_json, after_json FROM audit_entry WHERE action = 'user.person-said'")
      .all();
    expect(entries).toHaveLength(2);
    expect(JSON.stringify(entries)).not.toContain('Elm Street');
    expect(JSON.stringify(entries)).toContain('nobody on record');
  });

  it('is said of one’s own account by a lone manager only', async () => {
    const own = { userId: accountOf('manager'), personId: null };
    await core.as('manager').call('users.sayWho', own);
    const db = core.raw();
    db.prepare("UPDATE app_user SET role = 'manager' WHERE id = ?").run(accountOf('officer'));
    db.close();
    expect((await core.as('manager').refusal('users.sayWho', own)).code).toBe('user.own-person');
  });

  it('is of an account and a person that are there', async () => {
    const manager = core.as('manager');
    const noAccount = { userId: 'none', personId: null };
    expect((await manager.refusal('users.sayWho', noAccount)).code).toBe('user.not-found');
    const noPerson = { userId: accountOf('desk'), personId: 'none' };
    expect((await manager.refusal('users.sayWho', noPerson)).code).toBe('person.not-found');
  });

  it('never comes to be somebody on whose claim it took a step, in the program or past it', async () => {
    await aBusPolicy(core);
    const { id, reference, personId } = await aFiledClaim(core);
    await verified(core, id);
    await approved(core, id);
    const finance = { userId: accountOf('finance'), personId };
    for (const role of ['officer', 'finance'] as const) {
      const refused = await core
        .as('manager')
        .refusal('users.sayWho', { userId: accountOf(role), personId });
      expect(refused).toMatchObject({
        code: 'user.decided-own-claim',
        message: expect.stringContaining(reference),
      });
      expect(() => tieAccount(core, role, personId)).toThrow('a claim of their own');
    }
    const manager = core.as('manager');
    await manager.call('users.sayWho', { ...finance, personId: null });
    expect(() => tieAccount(core, 'finance', personId)).toThrow('a claim of their own');
    const db = core.raw();
    const later = db.prepare('UPDATE account_person SET person_id = ? WHERE user_id = ?');
    expect(() => later.run(personId, finance.userId)).toThrow('a claim of their own');
    db.close();
    await manager.call('users.sayWho', { userId: accountOf('desk'), personId });
  });
});
