import { copiesContract } from './copies.contract.ts';
import { erasuresContract } from './erasures.contract.ts';
import { holdingsContract } from './holdings.contract.ts';
import { retentionContract } from './retention.contract.ts';

/** What is held about whom: counted, put together, copied, erased, held and kept for its time. */
export const holdingsApi = {
  ...holdingsContract,
  ...copiesContract,
  ...erasuresContract,
  ...retentionContract,
};
