/** Something that is drawn in one go and never divided between two pages. Sizes are in points. */
export type Piece = {
  readonly height: number;
  /** Space before it; left out at the top of a page. */
  readonly gap: number;
  readonly draw: (y: number) => void;
  /**
   * Stays on the same page as the piece after it: `always` for a heading and its text,
   * `if it fits` within a block that would rather not be divided.
   */
  readonly withNext?: 'always' | 'if it fits';
  /** Drawn again above this piece when the piece begins a page. */
  readonly repeat?: { readonly height: number; readonly draw: (y: number) => void };
  /** Left out rather than begin a page, as the last empty rows of a form are; it must say nothing. */
  readonly onlyIfRoom?: boolean;
  /** Begins a page of its own, as the next letter of several does. */
  readonly startsPage?: boolean;
};

/** The room that a page has for pieces, in points from its top. */
export type PageRoom = { readonly top: number; readonly bottom: number };

/** Room left over by rounding is no reason for another page. */
const TOLERANCE_PT = 0.01;

/**
 * Places pieces on pages one under the other, and draws them. `beginPage` is called for every page
 * before anything is drawn on it, and at least once.
 */
export function place(pieces: readonly Piece[], beginPage: () => PageRoom): void {
  let room = beginPage();
  let y = room.top;
  let isPageEmpty = true;

  const nextPage = () => {
    room = beginPage();
    y = room.top;
    isPageEmpty = true;
  };
  const draw = (piece: Piece) => {
    if (!isPageEmpty) {
      y += piece.gap;
    } else if (piece.repeat) {
      piece.repeat.draw(y);
      y += piece.repeat.height;
    }
    piece.draw(y);
    y += piece.height;
    isPageEmpty = false;
  };
  const placeRun = (run: readonly Piece[]) => {
    if (run[0]?.startsPage === true && !isPageEmpty) nextPage();
    if (y + heightOf(run, isPageEmpty) <= room.bottom + TOLERANCE_PT) {
      run.forEach(draw);
    } else if (run.every((piece) => piece.onlyIfRoom === true)) {
      // The page is full, and empty lines alone are no reason for another.
      return;
    } else if (heightOf(run, true) <= room.bottom - room.top + TOLERANCE_PT) {
      if (!isPageEmpty) nextPage();
      run.forEach(draw);
    } else {
      // Longer than a page: kept together as far as that goes, but nothing is ever left out.
      const parts = runsOf(
        run,
        run.some((piece) => piece.withNext === 'if it fits'),
      );
      if (parts.length > 1) {
        parts.forEach(placeRun);
      } else {
        for (const piece of run) {
          if (!isPageEmpty && y + piece.gap + piece.height > room.bottom) nextPage();
          draw(piece);
        }
      }
    }
  };
  runsOf(pieces, false).forEach(placeRun);
}

function heightOf(pieces: readonly Piece[], atTop: boolean): number {
  return pieces.reduce((sum, piece, i) => {
    const above = i > 0 || !atTop ? piece.gap : (piece.repeat?.height ?? 0);
    return sum + above + piece.height;
  }, 0);
}

/** The pieces in runs that belong on one page; `strictly` leaves out what only would rather. */
function runsOf(pieces: readonly Piece[], strictly: boolean): Piece[][] {
  const runs: Piece[][] = [];
  let run: Piece[] = [];
  for (const piece of pieces) {
    run.push(piece);
    const goesOn = strictly ? piece.withNext === 'always' : piece.withNext !== undefined;
    if (!goesOn) {
      runs.push(run);
      run = [];
    }
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

/** The same pieces, to be kept on one page if a page is long enough for them. */
export function unsplit(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, i) =>
    i < pieces.length - 1 ? { ...piece, withNext: piece.withNext ?? 'if it fits' } : piece,
  );
}
