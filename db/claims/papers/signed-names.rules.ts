// [browser-safe]
import { z } from 'zod';

const Signed = z.object({
  claimant: z.object({ name: z.string() }),
  filer: z.object({ words: z.string() }),
  payee: z.object({ name: z.string() }),
});

/** Who claims, brings it and is paid, by their names in what was signed; undefined where nothing was signed yet. */
export function parseSignedNames(
  signedJson: string,
): { readonly claimant: string; readonly filer: string; readonly payee: string } | undefined {
  if (signedJson === '') return undefined;
  const read = Signed.safeParse(JSON.parse(signedJson));
  if (!read.success) return undefined;
  const { claimant, filer, payee } = read.data;
  return { claimant: claimant.name, filer: filer.words, payee: payee.name };
}
