import { useEffect, useRef, useState } from 'react';

export type CameraState =
  | { readonly is: 'off'; readonly why?: string }
  | { readonly is: 'starting' }
  | { readonly is: 'live'; readonly stream: MediaStream };

export type CameraChoice = { readonly id: string; readonly name: string };

/** The way on without a camera. */
export const INSTEAD = 'Choose a file instead.';
/** What the browser calls the reason why there is no picture, and what to do about it. */
const WHY_NOT: Readonly<Record<string, string>> = {
  NotAllowedError: `The camera may not be used here. Allow it for this page, or ask whoever looks after this computer. ${INSTEAD}`,
  NotFoundError: `No camera is connected. Connect one and start the camera again. ${INSTEAD}`,
  OverconstrainedError: `That camera is no longer connected. Start the camera again. ${INSTEAD}`,
  NotReadableError: `Another program is using the camera. Close it there, then start the camera again. ${INSTEAD}`,
};
const NO_CAMERA_HERE = `This page cannot use a camera. ${INSTEAD}`;

/** The camera that was chosen last; the one over the desk is the one wanted for the next claim too. */
let lastChosen: string | undefined;

/** The camera of this computer, on while somebody wants it and off as soon as the screen goes. */
export function useCamera() {
  const [state, setState] = useState<CameraState>({ is: 'off' });
  const [cameras, setCameras] = useState<readonly CameraChoice[]>([]);
  // A start that was overtaken by another, or by the end of the screen, gives its stream back.
  const wanted = useRef(0);
  const running = useRef<MediaStream | null>(null);

  function letGo(): number {
    wanted.current += 1;
    endOf(running.current);
    running.current = null;
    return wanted.current;
  }

  async function start(deviceId: string | undefined = lastChosen): Promise<void> {
    const mine = letGo();
    setState({ is: 'starting' });
    try {
      const stream = await openCamera(deviceId);
      if (wanted.current !== mine) return endOf(stream);
      running.current = stream;
      // Pulled out while it is on.
      stream.getVideoTracks()[0]?.addEventListener('ended', () => {
        if (running.current === stream) stop(WHY_NOT['NotFoundError']);
      });
      setState({ is: 'live', stream });
      setCameras(await listCameras());
    } catch (error) {
      if (wanted.current !== mine) return;
      if (!(error instanceof DOMException)) throw error;
      if (error.name === 'OverconstrainedError') lastChosen = undefined;
      setState({ is: 'off', why: WHY_NOT[error.name] ?? NO_CAMERA_HERE });
    }
  }

  function stop(why?: string): void {
    letGo();
    setState(why === undefined ? { is: 'off' } : { is: 'off', why });
  }

  function choose(deviceId: string): Promise<void> {
    lastChosen = deviceId;
    return start(deviceId);
  }

  useEffect(
    () => () => {
      wanted.current += 1;
      endOf(running.current);
      running.current = null;
    },
    [],
  );

  return { state, cameras, start: () => start(), stop: () => stop(), choose };
}

const endOf = (stream: MediaStream | null): void => {
  for (const track of stream?.getTracks() ?? []) track.stop();
};

/** Where the browser offers no cameras at all, as on a page that is not its own computer's. */
function devices(): MediaDevices {
  const { mediaDevices } = navigator as { readonly mediaDevices?: MediaDevices };
  if (mediaDevices === undefined) throw new DOMException(NO_CAMERA_HERE, 'NotSupportedError');
  return mediaDevices;
}

const openCamera = (deviceId: string | undefined): Promise<MediaStream> =>
  devices().getUserMedia({
    audio: false,
    video: {
      width: { ideal: 2560 },
      height: { ideal: 1920 },
      ...(deviceId === undefined
        ? { facingMode: 'environment' }
        : { deviceId: { exact: deviceId } }),
    },
  });

async function listCameras(): Promise<readonly CameraChoice[]> {
  const all = await devices().enumerateDevices();
  return all
    .filter(({ kind }) => kind === 'videoinput')
    .map(({ deviceId, label }, at) => ({
      id: deviceId,
      name: label === '' ? `Camera ${at + 1}` : label,
    }));
}
