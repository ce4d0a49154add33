import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { CameraChoice } from './use-camera.ts';

type Props = {
  readonly stream: MediaStream;
  readonly cameras: readonly CameraChoice[];
  readonly isBusy: boolean;
  readonly onTake: (video: HTMLVideoElement) => void;
  readonly onChoose: (deviceId: string) => void;
  readonly onClose: () => void;
};

/** The live picture of what lies under the camera; Space takes it, Escape closes the camera. */
export function ReceiptCamera({ stream, cameras, isBusy, onTake, onChoose, onClose }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const take = useRef<HTMLButtonElement>(null);
  const current = stream.getVideoTracks()[0]?.getSettings().deviceId ?? '';

  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream;
  }, [stream]);
  useEffect(() => take.current?.focus(), []);

  function takePicture(): void {
    // Nothing has come from the camera yet while it has no size.
    if (!isBusy && video.current !== null && video.current.videoWidth > 0) onTake(video.current);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    }
    const isControl =
      event.target instanceof Element && event.target.closest('button, [role="combobox"], input');
    if (event.key !== ' ' || isControl) return;
    event.preventDefault();
    takePicture();
  }

  return (
    <Box
      role="group"
      aria-label="Camera"
      onKeyDown={onKeyDown}
      sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, width: '100%' }}
    >
      <Box
        component="video"
        ref={video}
        autoPlay
        muted
        playsInline
        tabIndex={0}
        aria-label="What the camera sees"
        data-personal=""
        sx={(theme) => ({
          width: '100%',
          maxHeight: '60vh',
          minHeight: '12rem',
          objectFit: 'contain',
          borderRadius: 1.5,
          border: `2px solid ${theme.palette.primary.main}`,
          backgroundColor: '#111',
        })}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <Button ref={take} variant="contained" aria-disabled={isBusy} onClick={takePicture}>
          Take the picture
        </Button>
        <Button variant="outlined" onClick={onClose}>
          Close the camera
        </Button>
        <Typography>Space takes it, Esc closes the camera.</Typography>
        {cameras.length > 1 && cameras.some(({ id }) => id === current) ? (
          <TextField
            select
            size="small"
            label="Camera"
            value={current}
            onChange={(event) => onChoose(event.target.value)}
            sx={{ minWidth: '12rem' }}
          >
            {cameras.map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                {name}
              </MenuItem>
            ))}
          </TextField>
        ) : null}
      </Box>
    </Box>
  );
}
