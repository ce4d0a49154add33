import type { ActId } from '#db/shared/long-act';
import { api } from './api-client.ts';

/** Asks the program to stop an act that this screen has started; the act itself then answers that it was stopped. */
export const stopAct = (act: ActId) => api.session.stopAct({ act });
