// [browser-safe]

// Letters that Unicode does not take apart into a plain letter and a mark, and the Greek s at the end of a word.
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  ŋ: 'ng',
  ħ: 'h',
  ŧ: 't',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
  ɛ: 'e',
  ɔ: 'o',
  ς: 'σ',
};

const UNSPLIT_LETTERS = new RegExp(`[${Object.keys(PLAIN_LETTERS).join('')}]`, 'g');

// The straight and curly marks, the accents typed in their place, and the letters of Welsh, Hawaiian and Turkish keyboards.
const APOSTROPHES = /['‘’‛`´ʹʻʼʾʿ′＇]/g;

// Only the marks of Latin, Greek and Cyrillic, and the apostrophe inside ŉ: the vowel signs of Arabic and Indian scripts are part of the word.
const MARKS = /\u02bc|[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff]/g;

/**
 * The one spelling under which text is searched; names in the index and words typed go through it alike.
 * Lower case in every language setting, accents off (`Łukasz` lukasz, `Yılmaz` yilmaz, `Straße` strasse),
 * apostrophes dropped (`O'Neill` and `O’Neill` are oneill), hyphens and other punctuation become
 * spaces, and spaces are kept but never doubled (`Ó Néill` is `o neill`).
 */
export function foldForSearch(text: string): string {
  return text
    .replace(APOSTROPHES, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(MARKS, '')
    .replace(UNSPLIT_LETTERS, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The tails of a name written as one word, so that it is found however its parts are joined when typed:
 * `sian o neill` gives `sianoneill` and `oneill`. Empty for a single word, and for text too long to be a name.
 */
export function joinedTails(folded: string): readonly string[] {
  const words = folded.split(' ').filter((word) => word !== '');
  const MOST_WORDS_OF_A_NAME = 8;
  if (words.length > MOST_WORDS_OF_A_NAME) return [];
  return words.slice(0, -1).map((_, index) => words.slice(index).join(''));
}

/** The digits of a telephone number as it is dialled at home: `+44 (0)7700 900123` is 07700900123. */
export function phoneDigitsOf(text: string): string {
  const international = /^\s*(?:\+|00)\s*44[\s-]*(?:\(0\))?/.exec(text);
  return international === null
    ? digitsOf(text)
    : `0${digitsOf(text.slice(international[0].length))}`;
}

/** Only the digits 0 to 9, for telephone numbers and references typed with any spacing. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
