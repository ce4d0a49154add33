import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import type { GivenFile } from '#db/receipts/receipts.contract';
import { DomainError } from '#db/shared/domain-error';
import { countOf } from '#db/shared/plain-words';
import { ApiError } from '../app/api-client.ts';
import { useSession } from '../app/session-context.tsx';
import { toBase64 } from '../shared/base64.ts';
import { readGivenFile } from './given-file.ts';
import { toJpeg } from './normalise-image.ts';
import { ReceiptCamera } from './ReceiptCamera.tsx';
import { INSTEAD, useCamera } from './use-camera.ts';
import { useFileDrop, usePastedFiles } from './use-given-files.ts';

type Props = {
  /**
   * Told of each picture or PDF, one after the other and ready to be sent; the next waits for its promise, and a
   * refusal it ends with is shown here.
   */
  readonly onTaken: (file: GivenFile) => void | Promise<void>;
  /** While it is true nothing more is taken. */
  readonly isBusy: boolean;
};

/**
 * Takes receipts and signed forms in: by the camera, by a file, dropped or pasted. A screen that is lent opens no file
 * dialog, which would show the files of whoever lent it.
 */
export function ReceiptCapture({ onTaken, isBusy }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const startButton = useRef<HTMLButtonElement>(null);
  const camera = useCamera();
  const isLent = useSession().handedOver !== null;
  const [taken, setTaken] = useState(0);
  const [isReading, setIsReading] = useState(false);
  const [problem, setProblem] = useState<string>();
  const isWaiting = isBusy || isReading;

  /** Why a file was refused, by the page or by the core; nothing where it was taken in. */
  async function handOver(make: () => Promise<GivenFile>): Promise<string | undefined> {
    try {
      await onTaken(await make());
      return undefined;
    } catch (error) {
      if (!(error instanceof DomainError || error instanceof ApiError)) throw error;
      return error.message;
    }
  }

  /** Hands files over one by one; what was refused is said, the rest goes on. */
  async function takeIn(makers: readonly (() => Promise<GivenFile>)[]): Promise<void> {
    if (isWaiting || makers.length === 0) return;
    setIsReading(true);
    setProblem(undefined);
    const refusals = new Set<string>();
    try {
      for (const make of makers) {
        const refusal = await handOver(make);
        if (refusal === undefined) setTaken((count) => count + 1);
        else refusals.add(refusal);
      }
    } finally {
      setIsReading(false);
    }
    if (refusals.size > 0) setProblem([...refusals].join(' '));
  }

  const takeFiles = (files: readonly File[]): void =>
    void takeIn(files.map((file) => () => readGivenFile(file)));
  const takePicture = (video: HTMLVideoElement): void =>
    void takeIn([() => pictureOf(video, taken + 1)]);

  usePastedFiles(takeFiles);
  const drop = useFileDrop(takeFiles);
  const isLive = camera.state.is === 'live';
  const wasLive = useRef(false);
  useEffect(() => {
    if (wasLive.current && !isLive) startButton.current?.focus();
    wasLive.current = isLive;
  }, [isLive]);

  return (
    <Box
      component="section"
      aria-label="Receipts and papers"
      data-drop-zone=""
      {...drop.handlers}
      sx={(theme) => ({
        display: 'flex',
        flexDirection: 'column',
        gap: 1.5,
        padding: 2,
        border: `2px dashed ${drop.isOver ? theme.palette.primary.main : theme.trc.line}`,
        borderRadius: 2,
      })}
    >
      {camera.state.is === 'live' ? (
        <ReceiptCamera
          stream={camera.state.stream}
          cameras={camera.cameras}
          isBusy={isWaiting}
          onTake={takePicture}
          onChoose={(id) => void camera.choose(id)}
          onClose={camera.stop}
        />
      ) : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
        {isLive ? null : (
          <Button
            ref={startButton}
            variant="contained"
            aria-disabled={camera.state.is === 'starting'}
            onClick={() => void camera.start()}
          >
            {camera.state.is === 'starting' ? 'Starting the camera' : 'Start the camera'}
          </Button>
        )}
        {isLent ? (
          <Typography>Without a camera, staff take the receipt in.</Typography>
        ) : (
          <>
            <Button
              variant="outlined"
              aria-disabled={isWaiting}
              onClick={() => {
                if (!isWaiting) input.current?.click();
              }}
            >
              Choose a file
            </Button>
            <Typography>
              Or drop it here, or paste it. A photo (JPEG or PNG) or a PDF of 7 MB at most.
            </Typography>
          </>
        )}
      </Box>
      <News
        words={
          isWaiting
            ? 'Looking at the paper.'
            : taken > 0
              ? `${countOf(taken, 'paper')} taken in.`
              : ''
        }
        problem={
          problem ??
          (camera.state.is === 'off'
            ? camera.state.why?.replace(INSTEAD, isLent ? 'Ask staff to take it in.' : INSTEAD)
            : undefined)
        }
      />
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png,application/pdf,.jpg,.jpeg,.png,.pdf"
        multiple
        hidden
        aria-label="Receipt or paper"
        onChange={(event) => {
          const { target } = event;
          const files = [...(target.files ?? [])];
          // Emptied, so that the same file can be chosen again.
          target.value = '';
          takeFiles(files);
        }}
      />
    </Box>
  );
}

/** What was taken in, and why something was not; both are there while empty, so that they are read out when they change. */
function News(props: { readonly words: string; readonly problem: string | undefined }) {
  return (
    <Box>
      <Typography role="status">{props.words}</Typography>
      <Typography role="alert" color="error" sx={{ fontWeight: 600, maxWidth: '44rem' }}>
        {props.problem}
      </Typography>
    </Box>
  );
}

/** What the camera shows at this moment. */
async function pictureOf(video: HTMLVideoElement, number: number): Promise<GivenFile> {
  const picture = await toJpeg(video, { width: video.videoWidth, height: video.videoHeight });
  return { name: `camera ${number}.jpg`, base64: await toBase64(picture) };
}
