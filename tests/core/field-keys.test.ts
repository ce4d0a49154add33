import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFieldKeys } from '#db/field-keys';
import { placesIn } from '../../electron/host/data-folder.ts';
import { newCentreFolder, openBareCore } from '../support/open-test-core.ts';
import { newHome } from '../support/program-for-tests.ts';

let home = '';
let file = '';
beforeEach(() => {
  home = newHome();
  file = join(home, 'keys', 'centre-fields.key');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

describe('The key of the sealed fields', () => {
  it('is made once, for its owner alone to read', () => {
    const sealed = openFieldKeys(file).seal('48213907', 'row 1');
    const text = readFileSync(file, 'utf8');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(home, 'keys')).mode & 0o777).toBe(0o700);
    expect(openFieldKeys(file).open(sealed, 'row 1')).toBe('48213907');
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('opens nothing that another key sealed, until that key is put back above it', () => {
    const sealed = openFieldKeys(file).seal('48213907', 'row 1');
    const lost = readFileSync(file, 'utf8');
    rmSync(file);
    const newer = openFieldKeys(file).seal('11223344', 'row 2');
    expect(openFieldKeys(file).open(sealed, 'row 1')).toBeUndefined();

    writeFileSync(file, `${lost}\n${readFileSync(file, 'utf8')}`);
    expect(openFieldKeys(file).open(sealed, 'row 1')).toBe('48213907');
    expect(openFieldKeys(file).open(newer, 'row 2')).toBe('11223344');
    expect(openFieldKeys(file).seal('x', 'row').split('.')[0]).toBe(newer.split('.')[0]);
  });

  it.each([
    ['a broken line', (text: string) => text.replace('fields-1', 'fields-9')],
    ['a figure changed', (text: string) => text.replace(/.=\n/, 'A=\n').replace(/ ./, ' 0')],
    ['nothing in it', () => '\n'],
  ])('is refused with %s, and stays as it is', (_, damage) => {
    openFieldKeys(file);
    const damaged = damage(readFileSync(file, 'utf8'));
    writeFileSync(file, damaged);
    expect(() => openFieldKeys(file)).toThrow('holds the key to the bank details and is damaged');
    expect(readFileSync(file, 'utf8')).toBe(damaged);
  });

  it('is refused in words where it cannot be written', () => {
    writeFileSync(join(home, 'keys'), 'a file where the folder belongs');
    expect(() => openFieldKeys(file)).toThrow('cannot be opened for writing');
  });
});

describe('A sealed field', () => {
  it('is never the same twice, and tells nothing of its text', () => {
    const keys = openFieldKeys(file);
    const [one, two] = [keys.seal('48213907', 'row 1'), keys.seal('48213907', 'row 1')];
    expect(one).not.toBe(two);
    expect(one).not.toContain('48213907');
  });

  it('cannot be opened in another place, nor after a byte was changed or cut off', () => {
    const keys = openFieldKeys(file);
    const sealed = keys.seal('48213907', 'row 1');
    expect(keys.open(sealed, 'row 2')).toBeUndefined();
    expect(keys.open(sealed.slice(0, -1), 'row 1')).toBeUndefined();
    expect(keys.open(sealed.slice(0, 30), 'row 1')).toBeUndefined();
    expect(keys.open('', 'row 1')).toBeUndefined();
    const at = 40;
    const other = sealed[at] === 'A' ? 'B' : 'A';
    const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
    expect(keys.open(changed, 'row 1')).toBeUndefined();
  });

  it('is compared by a mark that only this key makes, one for each purpose', () => {
    const keys = openFieldKeys(file);
    expect(keys.mark('a', 'account')).toBe(openFieldKeys(file).mark('a', 'account'));
    expect(keys.mark('a', 'account')).not.toBe(keys.mark('a', 'phone'));
    rmSync(file);
    expect(keys.mark('a', 'account')).not.toBe(openFieldKeys(file).mark('a', 'account'));
  });
});

describe('A centre', () => {
  it('keeps its key outside the database and the copies of it', async () => {
    const folder = await newCentreFolder();
    const core = await openBareCore(folder);
    await core.close();
    const { keys, database, backups } = placesIn(folder, 'real');
    const [, , secret = ''] = readFileSync(keys, 'utf8').trim().split(' ');
    expect(secret).toHaveLength(44);
    expect(readFileSync(database).includes(secret)).toBe(false);
    expect(readFileSync(database).includes(Buffer.from(secret, 'base64'))).toBe(false);
    expect(keys.startsWith(backups)).toBe(false);
    rmSync(folder, { recursive: true, force: true });
  });
});
