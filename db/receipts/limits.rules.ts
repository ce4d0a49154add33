/** The largest file that is taken in; as text in base64 it stays under what the doors let through. */
export const LARGEST_FILE_BYTES = 7_000_000;

/** A picture of more dots than this is not decoded by anybody. */
export const MOST_DOTS = 40_000_000;

/** Longer than a till's receipt scanned in the finest way; more is made to trouble whatever decodes it. */
export const LONGEST_SIDE_DOTS = 20_000;

/** The longest side a page leaves a picture before it sends it: small print of a till's receipt stays readable. */
export const SENT_SIDE_DOTS = 2000;
