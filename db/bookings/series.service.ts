import type { Handlers } from '#db/shared/contract';
import type { seriesProcedures } from './series.contract.ts';

export const bookingSeries = {} as Handlers<typeof seriesProcedures>;
