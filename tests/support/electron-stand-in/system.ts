import { EventEmitter } from 'node:events';

const WORK_AREA = { x: 0, y: 0, width: 1920, height: 1040 };

/** One screen, of a usual size. */
export const screen = Object.assign(new EventEmitter(), {
  getAllDisplays: () => [{ id: 1, bounds: WORK_AREA, workArea: WORK_AREA, scaleFactor: 1 }],
  getPrimaryDisplay: () => ({ id: 1, bounds: WORK_AREA, workArea: WORK_AREA, scaleFactor: 1 }),
});

/** The computer's own sleep and lock; a test says when. */
export const powerMonitor = new EventEmitter();

const nobodyAnswers = (): never => {
  throw new Error('Nobody sits here to answer; let the test answer for them.');
};

/** Dialogs: words go to the terminal, questions need a test that answers them. */
export const dialog = {
  showErrorBox: (title: string, words: string): void =>
    void process.stderr.write(`[dialog] ${title}: ${words}\n`),
  showMessageBox: nobodyAnswers,
  showMessageBoxSync: nobodyAnswers,
  showOpenDialog: nobodyAnswers,
  showSaveDialog: nobodyAnswers,
};
