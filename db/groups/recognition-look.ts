import type { RecognitionLook } from './group-hooks.ts';
import * as groups from './groups.repository.ts';
import { needsRecognition } from './kinds.rules.ts';

/** Every association in use counts as recognised: the answer where no module keeps recognition. */
export const associationsAsRecognised: RecognitionLook = async (ctx) =>
  new Map(
    (await groups.listInUse(ctx))
      .filter((group) => needsRecognition(group.kind))
      .map((group) => [group.id, 'recognised']),
  );
