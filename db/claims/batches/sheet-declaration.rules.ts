import { countOf } from '#db/shared/plain-words';

/** What a treasurer signs for: that the sheet is whole. It declares nothing in the name of a member (EXP-19). */
export const sheetDeclaration = (sheet: {
  readonly reference: string;
  readonly groupName: string;
  readonly claims: number;
}): string =>
  `I hand in the sheet ${sheet.reference} of ${sheet.groupName} with ${countOf(sheet.claims, 'claim')}. Each member has signed for their own costs. I have passed on the receipts as they were given to me.`;

/** Everything that a signature under a sheet covers, as one text in a fixed order, of which the hash is kept. */
export function signedSheetText(sheet: {
  readonly reference: string;
  readonly groupId: string;
  readonly treasurerPersonId: string;
  readonly declaration: string;
  readonly claims: readonly {
    readonly reference: string;
    readonly signedHash: string;
    readonly claimedPence: number | null;
    readonly payablePence: number | null;
  }[];
}): string {
  const { reference, groupId, treasurerPersonId, declaration } = sheet;
  const claims = sheet.claims.map((one) => [
    one.reference,
    one.signedHash,
    one.claimedPence,
    one.payablePence,
  ]);
  return JSON.stringify([reference, groupId, treasurerPersonId, declaration, claims]);
}
