import { decidingContract } from './deciding.contract.ts';
import { filingContract } from './filing.contract.ts';

/** Expense claims: filled in and signed at the desk, checked, decided line by line, paid by hand. */
export const claimsContract = { ...filingContract, ...decidingContract };
