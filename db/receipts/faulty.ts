import type { FileFault } from '#db/shared/incoming-file';

/** A file that is not kept, thrown from wherever that is seen. */
export class Faulty extends Error {
  readonly fault: FileFault;
  constructor(fault: FileFault) {
    super(fault);
    this.fault = fault;
  }
}

/** @throws Faulty where it does not hold */
export function mustHold(holds: boolean, fault: FileFault): asserts holds {
  if (!holds) throw new Faulty(fault);
}
