import { describe, expect, it } from 'vitest';
import { GivenFile } from '#db/receipts/receipts.contract';
import { harmlessName } from '#db/receipts/receipts.rules';

/** The name as it comes through the door and is kept beside a JPEG. */
const kept = (name: string): string =>
  harmlessName(GivenFile.parse({ name, base64: '' }).name, 'image/jpeg');

describe('The name of a file', () => {
  it.each([
    ['as it was given', 'Bus fare 3 March.jpg', 'Bus fare 3 March.jpg'],
    ['with the ending of what it is', 'lunch.pdf', 'lunch.jpg'],
    ['with the ending of what it is, not of a program', 'receipt.jpg.exe', 'receipt.jpg.jpg'],
    ['without turned writing', 'invoice‮gpj.exe', 'invoicegpj.jpg'],
    ['without what nobody sees', 'a\u0000b\u200b\u0007.jpg', 'ab.jpg'],
    ['on one line', 'bus\nfare\t3.jpg', 'bus fare 3.jpg'],
    ['without the folder it lay in', 'C:\\Users\\ann\\lunch.jpg', 'lunch.jpg'],
    ['without a way out of a folder', '../../../etc/passwd', 'passwd.jpg'],
    ['without a hidden stream behind it', 'a.jpg:evil.exe', 'a.jpg-evil.jpg'],
    ['not as a device', 'CON.pdf', 'file CON.jpg'],
    ['not as a device in disguise', 'lpt1.tar.gz', 'file lpt1.tar.jpg'],
    ['not hidden, nor with a dot or space behind', ' ..hidden. . ', 'hidden.jpg'],
    ['without what no folder takes', 'a<b>"c|d?*.jpg', 'a-b--c-d--.jpg'],
    ['in any writing', 'Квитанция 🧾.heic', 'Квитанция 🧾.jpg'],
    ['even if there is none', '', 'picture.jpg'],
    ['even if nothing is left of it', '/././', 'picture.jpg'],
    ['even if it is an ending only', '.jpg', 'picture.jpg'],
  ])('is kept %s', (_, given, expected) => {
    expect(kept(given)).toBe(expected);
  });

  it('is kept in eighty letters, none of them cut in two', () => {
    expect(kept(`${'x'.repeat(300)}.jpg`)).toBe(`${'x'.repeat(80)}.jpg`);
    expect(kept(`${'👩‍👧'.repeat(100)}.jpg`)).toBe(`${'👩‍👧'.repeat(80)}.jpg`);
  });

  it('of a paper is a paper', () => {
    expect(harmlessName('', 'application/pdf')).toBe('paper.pdf');
    expect(harmlessName('scan', 'image/png')).toBe('scan.png');
  });
});

describe('A file on its way in', () => {
  const letters = (count: number): unknown =>
    GivenFile.safeParse({ name: 'a', base64: 'A'.repeat(count) }).error?.issues[0]?.message;

  it('is refused above seven megabytes with what to do instead', () => {
    expect(letters(9_333_336)).toBeUndefined();
    expect(letters(9_333_337)).toMatch(/larger than 7 MB. Photograph/);
  });

  it('is refused where it did not arrive whole', () => {
    for (const base64 of ['a b', '====', 'aaé', 'data:x'])
      expect(GivenFile.safeParse({ name: 'a', base64 }).error?.issues[0]?.message).toMatch(
        /did not arrive whole/,
      );
  });
});
