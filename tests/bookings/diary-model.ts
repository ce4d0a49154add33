import { compareText } from '#db/shared/local-date';

/** A room of the model: what of the building it takes up, or how many places it has. */
export type ModelRoom = {
  readonly id: string;
  /** Pieces of the building: a hall is both of its halves. */
  readonly pieces: readonly string[];
  readonly places: number;
  readonly needsApproval: boolean;
};

export type ModelStatus =
  | 'provisional'
  | 'requested'
  | 'offered'
  | 'confirmed'
  | 'cancelled'
  | 'refused'
  | 'lapsed';

/** A booking as a plain list keeps it; times are quarters of an hour since midnight of its day. */
export type Kept = {
  id: string;
  room: ModelRoom;
  date: string;
  from: number;
  until: number;
  setup: number;
  cleardown: number;
  heldFrom: number;
  heldUntil: number;
  units: number;
  status: ModelStatus;
  version: number;
  /** When it was asked for; ids settle what was asked for at one moment. */
  readonly asked: string;
  lapsesOn: string | null;
  offerUntil: string | null;
  waitingId: string | null;
  cancelledFrom: ModelStatus | null;
};

export type Queued = {
  readonly id: string;
  readonly bookerId: string;
  readonly room: ModelRoom;
  readonly date: string;
  readonly from: number;
  readonly until: number;
  readonly units: number;
  readonly setup: number;
  readonly cleardown: number;
  readonly asked: string;
  state: 'waiting' | 'offered' | 'booked' | 'withdrawn';
  version: number;
};

type Slot = Pick<Kept, 'room' | 'date' | 'from' | 'until' | 'setup' | 'cleardown' | 'units'>;

const HOLDS: readonly ModelStatus[] = ['provisional', 'requested', 'offered', 'confirmed'];

/** The diary by brute force: every question is answered by looking at every quarter of every booking. */
export class DiaryModel {
  readonly bookings: Kept[] = [];
  readonly queue: Queued[] = [];
  readonly squeezes: { from: string; for: string; stands: boolean }[] = [];
  /** Offers the model has made of itself, to be matched with those of the program. */
  readonly offered: Kept[] = [];
  private readonly offerEnd: () => string;

  constructor(offerEnd: () => string) {
    this.offerEnd = offerEnd;
  }

  holds(one: Kept): boolean {
    return HOLDS.includes(one.status);
  }

  private holdsQuarter(one: Kept, quarter: number): boolean {
    return one.heldFrom <= quarter && quarter < one.heldUntil;
  }

  private others(room: ModelRoom, date: string, exceptId: string): readonly Kept[] {
    return this.bookings.filter(
      (one) =>
        one.date === date &&
        this.holds(one) &&
        one.id !== exceptId &&
        one.room.pieces.some((piece) => room.pieces.includes(piece)),
    );
  }

  /** Every booking that holds some quarter between two, in a room that shares a piece of the building. */
  inTheWay(
    slot: Pick<Slot, 'room' | 'date'>,
    from: number,
    until: number,
    exceptId: string,
  ): Kept[] {
    const found = this.others(slot.room, slot.date, exceptId).filter((one) => {
      for (let quarter = from; quarter < until; quarter += 1)
        if (this.holdsQuarter(one, quarter)) return true;
      return false;
    });
    return [...found];
  }

  isFree(
    slot: Pick<Slot, 'room' | 'date' | 'units'>,
    from: number,
    until: number,
    exceptId = '',
  ): boolean {
    for (let quarter = from; quarter < until; quarter += 1) {
      const here = this.others(slot.room, slot.date, exceptId).filter((one) =>
        this.holdsQuarter(one, quarter),
      );
      const taken = here.reduce((sum, one) => sum + one.units, 0);
      if (slot.room.places === 1 ? here.length > 0 : taken + slot.units > slot.room.places)
        return false;
    }
    return true;
  }

  /** What a squeeze would make of a slot and its neighbours; undefined when a time of use is in the way. */
  squeeze(slot: Slot, exceptId: string) {
    if (slot.room.places > 1) return undefined;
    const around = this.inTheWay(
      slot,
      slot.from - slot.setup,
      slot.until + slot.cleardown,
      exceptId,
    );
    if (around.some((one) => one.from < slot.until && slot.from < one.until)) return undefined;
    const cuts: { from: string; for: string }[] = [];
    let from = slot.from - slot.setup;
    let until = slot.until + slot.cleardown;
    const neighbours: { one: Kept; heldFrom: number; heldUntil: number }[] = [];
    for (const one of around) {
      const isBefore = one.until <= slot.from;
      const reach = isBefore
        ? Math.min(one.heldUntil, slot.from)
        : Math.max(one.heldFrom, slot.until);
      const losesOwn = isBefore
        ? reach > slot.from - slot.setup
        : reach < slot.until + slot.cleardown;
      if (losesOwn) cuts.push({ from: 'own', for: one.id });
      if (isBefore) from = Math.max(from, reach);
      else until = Math.min(until, reach);
      const heldFrom = isBefore ? one.heldFrom : Math.max(one.heldFrom, slot.until);
      const heldUntil = isBefore ? Math.min(one.heldUntil, slot.from) : one.heldUntil;
      if (heldFrom !== one.heldFrom || heldUntil !== one.heldUntil) {
        cuts.push({ from: one.id, for: 'own' });
        neighbours.push({ one, heldFrom, heldUntil });
      }
    }
    return { from, until, neighbours, cuts };
  }

  keepSqueeze(id: string, plan: NonNullable<ReturnType<DiaryModel['squeeze']>>): void {
    for (const cut of plan.cuts)
      this.squeezes.push({
        from: cut.from === 'own' ? id : cut.from,
        for: cut.for === 'own' ? id : cut.for,
        stands: true,
      });
    for (const { one, heldFrom, heldUntil } of plan.neighbours) {
      one.heldFrom = heldFrom;
      one.heldUntil = heldUntil;
      one.version += 1;
    }
  }

  /** Ends the squeezes of a booking without giving anything back yet; answers who had given time for it. */
  endSqueezes(id: string): { readonly givers: readonly Kept[] } {
    const standing = this.squeezes.filter(
      (one) => one.stands && (one.from === id || one.for === id),
    );
    for (const one of standing) one.stands = false;
    const givers = [...new Set(standing.map((one) => one.from))].filter((giver) => giver !== id);
    return { givers: givers.map((giver) => this.byId(giver)) };
  }

  /** With whom a booking was ever squeezed; nobody in a suite, where places are counted. */
  partnersOf(one: Kept): readonly string[] {
    if (one.room.places > 1) return [];
    return this.squeezes
      .filter((each) => each.from === one.id || each.for === one.id)
      .map((each) => (each.from === one.id ? each.for : each.from));
  }

  /** Gives a booking back as many quarters of its set-up and clear-down as nobody holds, outwards from its use. */
  restored(one: Kept, absentId: string): { heldFrom: number; heldUntil: number } {
    const isTaken = (quarter: number): boolean =>
      this.others(one.room, one.date, one.id).some(
        (other) => other.id !== absentId && this.holdsQuarter(other, quarter),
      );
    let heldFrom = one.from;
    while (heldFrom > one.from - one.setup && !isTaken(heldFrom - 1)) heldFrom -= 1;
    let heldUntil = one.until;
    while (heldUntil < one.until + one.cleardown && !isTaken(heldUntil)) heldUntil += 1;
    return { heldFrom, heldUntil };
  }

  giveBack(givers: readonly Kept[]): void {
    for (const giver of givers) {
      const span = this.restored(giver, '');
      if (span.heldFrom === giver.heldFrom && span.heldUntil === giver.heldUntil) continue;
      Object.assign(giver, span);
      giver.version += 1;
    }
  }

  byId(id: string): Kept {
    const found = this.bookings.find((one) => one.id === id);
    if (found === undefined) throw new Error(`The model has no booking ${id}`);
    return found;
  }

  /** Stops holding: squeezes end, givers get their time back. */
  letGo(one: Kept, status: ModelStatus): void {
    one.status = status;
    one.version += 1;
    this.giveBack(this.endSqueezes(one.id).givers);
  }

  /** Offers a freed stretch to those who wait, in the order of asking. */
  offerFreed(freed: Pick<Kept, 'room' | 'date' | 'heldFrom' | 'heldUntil'>, exceptId = ''): void {
    const waiting = this.queue
      .filter((one) => one.state === 'waiting' && one.id !== exceptId)
      .toSorted((a, b) => compareText(a.asked, b.asked) || compareText(a.id, b.id));
    for (const one of waiting) {
      const [from, until] = [one.from - one.setup, one.until + one.cleardown];
      const touches =
        one.date === freed.date &&
        from < freed.heldUntil &&
        freed.heldFrom < until &&
        one.room.pieces.some((piece) => freed.room.pieces.includes(piece));
      if (!touches || !this.isFree(one, from, until)) continue;
      this.offerTo(one);
    }
  }

  offerTo(one: Queued): void {
    one.state = 'offered';
    one.version += 1;
    const offer: Kept = {
      ...newKept(one),
      id: `offer ${one.id}`,
      status: 'offered',
      asked: one.asked,
      offerUntil: this.offerEnd(),
      waitingId: one.id,
    };
    this.bookings.push(offer);
    this.offered.push(offer);
  }

  queued(id: string | null): Queued | undefined {
    return this.queue.find((one) => one.id === id);
  }

  /** Holds and offers whose time is up end, in the order of asking. */
  lapse(today: string, now: string): void {
    const overdue = this.bookings
      .filter(
        (one) =>
          (one.status === 'provisional' && one.lapsesOn !== null && one.lapsesOn < today) ||
          (one.status === 'offered' && one.offerUntil !== null && one.offerUntil <= now),
      )
      .toSorted((a, b) => compareText(a.asked, b.asked) || compareText(a.id, b.id));
    for (const one of overdue) {
      const freed = { ...one };
      this.letGo(one, 'lapsed');
      const queued = this.queued(one.waitingId);
      if (queued?.state === 'offered') {
        queued.state = 'withdrawn';
        queued.version += 1;
      }
      this.offerFreed(freed);
    }
  }
}

/** A booking that holds what it wants and nothing else is known of. */
export function newKept(
  slot: Omit<Slot, 'setup' | 'cleardown'> & Partial<Slot>,
): Omit<Kept, 'id' | 'asked'> {
  const setup = slot.setup ?? 0;
  const cleardown = slot.cleardown ?? 0;
  return {
    room: slot.room,
    date: slot.date,
    from: slot.from,
    until: slot.until,
    units: slot.units,
    setup,
    cleardown,
    heldFrom: slot.from - setup,
    heldUntil: slot.until + cleardown,
    status: 'confirmed',
    version: 1,
    lapsesOn: null,
    offerUntil: null,
    waitingId: null,
    cancelledFrom: null,
  };
}

/** Whether a booker waits, or was offered, a time of a room that overlaps a slot: nobody waits twice for one time. */
export function waitsAlready(
  { queue }: { readonly queue: readonly Queued[] },
  slot: Pick<Queued, 'room' | 'date' | 'from' | 'until'>,
  bookerId: string,
): boolean {
  return queue.some(
    (each) =>
      (each.state === 'waiting' || each.state === 'offered') &&
      each.room.id === slot.room.id &&
      each.date === slot.date &&
      each.from < slot.until &&
      slot.from < each.until &&
      each.bookerId === bookerId,
  );
}
