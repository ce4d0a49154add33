import type { Handlers } from '#db/shared/contract';
import type { importsContract } from './imports.contract.ts';

export const importsService = {} as Handlers<typeof importsContract>;
