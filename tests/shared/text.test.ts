import { describe, expect, it } from 'vitest';
import { cleanLine, cleanLines, Line, Lines, Name } from '#db/shared/text';

describe('A line of text', () => {
  it.each([
    ['a turned writing direction', 'Ann \u202eBaker', 'Ann Baker'],
    ['an isolate', '\u2066Ann\u2069 Baker', 'Ann Baker'],
    ['a mark of direction', 'Ann\u200f Baker\u061c', 'Ann Baker'],
    ['a space without width', 'An\u200bn Baker', 'Ann Baker'],
    ['a byte order mark', '\ufeffAnn Baker', 'Ann Baker'],
    ['a soft hyphen', 'Ann Ba\u00adker', 'Ann Baker'],
    ['a filler that looks like nothing', 'Ann Baker\u3164', 'Ann Baker'],
    ['a control character', 'Ann\u0000 Ba\u0007ker\u007f', 'Ann Baker'],
    ['half a character', 'Ann Baker\ud83d', 'Ann Baker'],
    ['a joiner between Latin letters', 'An\u200dn Bak\u200cer', 'Ann Baker'],
    ['a joiner at the end of a word', 'می\u200c', 'می'],
  ])('loses %s', (_, typed, kept) => {
    expect(cleanLine(typed)).toBe(kept);
  });

  it.each([
    [
      'tabs and line ends',
      'Ann\tBaker\r\nof\nAshdown\u2028TRA\u0085now',
      'Ann Baker of Ashdown TRA now',
    ],
    ['spaces that do not break', 'Ann\u00a0\u2003Baker', 'Ann Baker'],
    ['spaces round something invisible', 'Ann \u200b Baker', 'Ann Baker'],
  ])('has one space for %s', (_, typed, kept) => {
    expect(cleanLine(typed)).toBe(kept);
  });

  it.each([
    ['a Persian word with a joiner', 'می\u200cخواهم'],
    ['a Sinhala word with a joiner', 'ශ්\u200dරී'],
    ['a Japanese name in its own form', '葛\u{e0100}城'],
    ['a name with accents and an apostrophe', 'Siân O’Neill'],
    ['a family in one picture', '👩\u200d👧'],
  ])('keeps %s', (_, typed) => {
    expect(cleanLine(typed)).toBe(typed);
  });

  it('writes a letter and its accent as one character', () => {
    expect(cleanLine('Sia\u0302n')).toBe('Siân');
    expect(cleanLine('Sia\u200b\u0302n')).toBe('Siân');
  });

  it('is measured as it is kept: what is invisible fills no field', () => {
    expect(Line.min(1).safeParse('\u200b\u202e \u0000').success).toBe(false);
    expect(Line.max(3).parse('\u200b Ann \u200b')).toBe('Ann');
  });

  it('is the same when it is cleaned again', () => {
    for (const typed of [' a \u200b b ', 'a\u200b\u200c b', 'می\u200c\u200bخ', 'e\u200d\u0301'])
      expect(cleanLine(cleanLine(typed))).toBe(cleanLine(typed));
  });
});

describe('Text of several lines', () => {
  it('keeps its lines, and loses what a line loses', () => {
    expect(
      cleanLines('  Ring first.\r\n\tNo \u202estep.  \r\n\r\nLift\u200b is out.\u2028Bye \n'),
    ).toBe('Ring first.\nNo step.\n\nLift is out.\nBye');
    expect(Lines.parse('one\u0000\ntwo')).toBe('one\ntwo');
  });
});

describe('A name', () => {
  const problems = (typed: string) =>
    Name.min(1, 'Enter the name.')
      .safeParse(typed)
      .error?.issues.map((issue) => issue.message);

  it.each(['🙂🙂', '👩\u200d👧', '???', '– . –', '’', 'ʼ'])(
    'of pictures or punctuation only, %s, is refused, as it could not be found',
    (typed) => {
      expect(problems(typed)).toEqual(['A name needs at least one letter or digit.']);
    },
  );

  it.each(['Ann', '李', 'مریم', 'Łz', '5', 'Ⓐ', '🌳 Cedar TRA', 'O’', '#1'])(
    'with one letter or digit, %s, is taken',
    (typed) => {
      expect(problems(typed)).toBeUndefined();
    },
  );

  it('that is empty is asked for in the words of its field', () => {
    expect(problems(' ')).toEqual(['Enter the name.']);
  });
});
