import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTheme } from '@mui/material/styles';
import { useEffect, useRef } from 'react';
import Pad from 'signature_pad';
import type { Strokes } from '#db/claims/claims.contract';
import { strokesOf } from './strokes.ts';

type Props = {
  /** Who signs, for those who hear the page. */
  readonly label: string;
  /** Told after each stroke what is on the pad; empty after it was cleared. */
  readonly onChange: (strokes: Strokes) => void;
};

/** The height of the pad is this share of its width. */
const ASPECT = '3 / 1';

/** A box to sign in with a pen, a finger or the mouse; what is kept is the movement, not a picture. */
export function SignaturePad({ label, onChange }: Props) {
  const theme = useTheme();
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<Pad>(null);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  const ink = theme.palette.text.primary;

  useEffect(() => {
    const sheet = canvas.current;
    if (sheet === null) return;
    const drawing = new Pad(sheet, { penColor: ink, minWidth: 1.2, maxWidth: 3.2 });
    pad.current = drawing;
    const tell = (): void => latest.current(strokesOf(drawing.toData(), sheet.clientWidth));
    drawing.addEventListener('endStroke', tell);
    const fit = fitter(sheet, drawing, tell);
    fit();
    const watcher = new ResizeObserver(fit);
    watcher.observe(sheet);
    return () => {
      watcher.disconnect();
      drawing.off();
    };
  }, [ink]);

  return (
    <Box sx={{ maxWidth: '34rem' }}>
      <Box
        component="canvas"
        ref={canvas}
        role="img"
        aria-label={label}
        data-personal=""
        sx={{
          display: 'block',
          width: '100%',
          aspectRatio: ASPECT,
          maxHeight: '45vh',
          border: `2px solid ${theme.trc.fieldLine}`,
          borderRadius: 1.5,
          backgroundColor: theme.palette.background.paper,
          touchAction: 'none',
          cursor: 'crosshair',
        }}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, mt: 0.5 }}>
        <Typography color="textSecondary">With a pen, a finger or the mouse</Typography>
        <Button
          onClick={() => {
            pad.current?.clear();
            onChange([]);
          }}
        >
          Clear the box
        </Button>
      </Box>
    </Box>
  );
}

/** Gives the pad as many dots as it is wide on this screen; what was drawn is drawn again in the new width. */
function fitter(sheet: HTMLCanvasElement, drawing: Pad, tell: () => void): () => void {
  let before = 0;
  return () => {
    const { clientWidth: width, clientHeight: height } = sheet;
    if (width === 0 || width === before) return;
    const share = before === 0 ? 1 : width / before;
    before = width;
    const dots = window.devicePixelRatio || 1;
    const drawn = drawing.toData().map((group) => ({
      ...group,
      points: group.points.map((point) => ({ ...point, x: point.x * share, y: point.y * share })),
    }));
    sheet.width = Math.round(width * dots);
    sheet.height = Math.round(height * dots);
    sheet.getContext('2d')?.scale(dots, dots);
    drawing.clear();
    if (drawn.length === 0) return;
    drawing.fromData(drawn);
    tell();
  };
}
