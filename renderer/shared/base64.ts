/** More letters at once than this overflow what a call may be given. */
const AT_ONCE_BYTES = 30_000;

/** The bytes of a file as text, as they travel to the core. */
export async function toBase64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let letters = '';
  for (let start = 0; start < bytes.length; start += AT_ONCE_BYTES)
    letters += String.fromCharCode(...bytes.subarray(start, start + AT_ONCE_BYTES));
  return btoa(letters);
}

/** The bytes that travelled as text. */
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
