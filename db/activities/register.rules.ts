// [browser-safe]

/** What a line says once the record of whoever stood on it was erased. */
export const GONE = 'Somebody no longer on record';
