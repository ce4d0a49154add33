import Button from '@mui/material/Button';
import { useEffect, useRef, useState } from 'react';
import type { Mailing } from '#db/mailings/mailings.contract';
import type { Paper } from '#db/shared/paper';
import { PrintIcon } from '../shared/icons.tsx';
import { PaperDialog } from '../shared/PaperDialog.tsx';
import { ProgressDialog } from '../shared/ProgressDialog.tsx';
import { useLongAct } from '../shared/use-long-act.ts';
import { useSayingRefusal } from '../shared/use-saying-refusal.ts';
import { useDrawLetters } from './mailings.queries.ts';

const DRAWING = {
  title: 'Drawing the letters',
  stopWords: 'Stop drawing',
  stoppedWords: 'Stopped. No letters were drawn.',
} as const;

/** Draws the letters, says how far it is, and shows them; a large mailing has several files. */
export function LettersButton(props: {
  readonly mailing: Mailing;
  readonly files: number;
  /** Draws the first file by itself, right after the mailing was made. */
  readonly startsAtOnce: boolean;
  readonly onClose: () => void;
}) {
  const { mailing, files, startsAtOnce, onClose } = props;
  const draw = useDrawLetters();
  const long = useLongAct();
  const sayRefusal = useSayingRefusal();
  const [paper, setPaper] = useState<Paper | null>(null);
  const hasStarted = useRef(false);

  const show = (file: number): Promise<void> =>
    sayRefusal(async () => {
      const drawn = await long.run(DRAWING, (act) =>
        draw.mutateAsync({ id: mailing.id, file, act }),
      );
      if (drawn !== undefined) setPaper(drawn);
    });
  const start = useRef(show);
  useEffect(() => {
    start.current = show;
  });
  useEffect(() => {
    if (!startsAtOnce || hasStarted.current) return;
    hasStarted.current = true;
    void start.current(1);
  }, [startsAtOnce]);

  return (
    <>
      {Array.from({ length: files }, (_, i) => (
        <Button
          key={i}
          variant={i === 0 ? 'contained' : 'outlined'}
          startIcon={<PrintIcon />}
          onClick={() => void show(i + 1)}
        >
          {files === 1 ? 'Look at the letters' : `Look at the letters, file ${i + 1} of ${files}`}
        </Button>
      ))}
      <ProgressDialog act={long.act} onStop={long.stop} />
      {paper !== null && (
        <PaperDialog
          isOpen
          hasOneSize
          title={paper.title}
          load={() => Promise.resolve(paper)}
          onClose={() => {
            setPaper(null);
            onClose();
          }}
        />
      )}
    </>
  );
}
