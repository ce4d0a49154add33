import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { shownSize, turnedSize } from './picture-fit.ts';
import { type ShownFile, useAddressIn } from './shown-file.ts';
import { usePictureLook } from './use-picture-look.ts';

type Props = {
  readonly file: ShownFile;
  readonly label: string;
  /** The dots of the picture. */
  readonly picture: { readonly width: number; readonly height: number };
};

/** A picture to zoom with the wheel, + and −, and to turn with R; dragged or moved by the arrow keys where it is larger than its place. */
export function PictureView({ file, label, picture }: Props) {
  const source = useAddressIn<HTMLImageElement>(file);
  const { turns, zoom, place, placeRef, zoomIn, zoomOut, showAll, turn } = usePictureLook();
  const size = shownSize(picture, place, turns, zoom);
  const upright = turnedSize(size, turns);
  const held = useRef<{ readonly x: number; readonly y: number } | null>(null);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const act = {
      '+': zoomIn,
      '=': zoomIn,
      '-': zoomOut,
      '0': showAll,
      r: turn,
      R: turn,
    }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  function drag(event: PointerEvent): void {
    if (held.current === null) return;
    event.currentTarget.scrollBy(held.current.x - event.clientX, held.current.y - event.clientY);
    held.current = { x: event.clientX, y: event.clientY };
  }

  return (
    <Box
      onKeyDown={onKeyDown}
      sx={{ display: 'flex', flexDirection: 'column', gap: 1, minWidth: 0 }}
    >
      <Box
        ref={placeRef}
        role="group"
        tabIndex={0}
        aria-label={`${label}. Plus and minus zoom, R turns it, 0 shows all of it.`}
        data-personal=""
        onPointerDown={(event) => {
          held.current = { x: event.clientX, y: event.clientY };
        }}
        onPointerMove={drag}
        onPointerUp={() => (held.current = null)}
        onPointerLeave={() => (held.current = null)}
        sx={(theme) => ({
          height: '60vh',
          minHeight: '14rem',
          overflow: 'auto',
          display: 'grid',
          border: `1px solid ${theme.trc.line}`,
          borderRadius: 1.5,
          backgroundColor: theme.trc.sunk,
          cursor: zoom > 1 ? 'grab' : 'default',
          touchAction: 'pan-x pan-y',
        })}
      >
        <Box sx={{ margin: 'auto', position: 'relative', width: size.width, height: size.height }}>
          <Box
            component="img"
            ref={source}
            alt={label}
            draggable={false}
            sx={{
              position: 'absolute',
              left: '50%',
              top: '50%',
              width: upright.width,
              height: upright.height,
              transform: `translate(-50%, -50%) rotate(${turns * 90}deg)`,
            }}
          />
        </Box>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Button size="small" variant="outlined" onClick={zoomIn}>
          Zoom in
        </Button>
        <Button size="small" variant="outlined" onClick={zoomOut}>
          Zoom out
        </Button>
        <Button size="small" variant="outlined" onClick={showAll}>
          Show all of it
        </Button>
        <Button size="small" variant="outlined" onClick={turn}>
          Turn the picture
        </Button>
        <Typography role="status">{`${Math.round(zoom * 100)}%`}</Typography>
      </Box>
    </Box>
  );
}
