import { Box, Button, IconButton } from '@mui/material';
import {
  createContext,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { LocalDateTime } from '#db/shared/local-date';
import { mustExist } from '#db/shared/domain-error';
import { ApiError } from './api-client.ts';
import { CloseIcon } from '../shared/icons.tsx';
import { useNow, useSession } from './session-context.tsx';

/** News of a change: what happened, in words, how to take it back where that is possible, and where to go on from it. */
export type Toast = {
  readonly words: string;
  readonly undo?: {
    readonly label: string;
    /** Answers with words of its own where not everything could be taken back; otherwise with anything else. */
    readonly run: () => Promise<unknown>;
  };
  readonly link?: { readonly label: string; readonly to: string };
};

/** A toast as 'Recent changes' keeps it for the person who made the change. */
export type RecentChange = Toast & {
  readonly id: number;
  readonly at: LocalDateTime;
  readonly userId: string;
  readonly isUndone: boolean;
};

type Toasts = {
  readonly say: (toast: Toast) => void;
  readonly recent: readonly RecentChange[];
  readonly undo: (change: RecentChange) => Promise<void>;
};

const ToastContext = createContext<Toasts | null>(null);

const SHOWN_FOR_MILLISECONDS = 12_000;
const KEPT_AT_MOST = 100;

let lastId = 0;
// Outside the component, because the list outlives a lock, which takes every screen away.
let keptChanges: readonly RecentChange[] = [];

/** How high the news stands at the foot of the window: the frame keeps that much room free, so that it covers nothing. */
export const TOAST_ROOM = 'var(--toast-room, 0px)';

/** Shows one toast at a time at the foot of the window and keeps them for 'Recent changes'. */
export function ToastProvider(props: {
  readonly children: ReactNode;
  /** Goes to another screen; the news stands outside of them all. */
  readonly onOpen: (path: string) => void;
}) {
  const userId = useSession().signedIn?.userId ?? '';
  const now = useNow();
  const [changes, setChanges] = useState(keptChanges);
  const [shown, setShown] = useState<RecentChange | null>(null);

  const keep = (next: readonly RecentChange[]): void => {
    keptChanges = next.slice(0, KEPT_AT_MOST);
    setChanges(keptChanges);
  };
  const say = (toast: Toast): void => {
    lastId += 1;
    const change = { ...toast, id: lastId, at: now, userId, isUndone: false };
    keep([change, ...keptChanges]);
    setShown(change);
  };
  const undo = async (change: RecentChange): Promise<void> => {
    try {
      const told = await change.undo?.run();
      keep(keptChanges.map((kept) => (kept.id === change.id ? { ...kept, isUndone: true } : kept)));
      say({ words: typeof told === 'string' ? told : `Undone: ${change.words}` });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      say({ words: error.message });
    }
  };

  return (
    <ToastContext
      value={{ say, undo, recent: changes.filter((change) => change.userId === userId) }}
    >
      {props.children}
      <ToastBar toast={shown} onUndo={undo} onOpen={props.onOpen} onClose={() => setShown(null)} />
    </ToastContext>
  );
}

function useToasts(): Toasts {
  return mustExist(useContext(ToastContext), 'every screen stands inside the ToastProvider');
}

/** `say({ words: 'Booking made.', undo: { label: 'Undo', run } })` */
export function useToast(): Pick<Toasts, 'say'> {
  return useToasts();
}

/** What this person changed since the program started, newest first, with its way back. */
export function useRecentChanges(): Pick<Toasts, 'recent' | 'undo'> {
  return useToasts();
}

function ToastBar(props: {
  readonly toast: RecentChange | null;
  readonly onUndo: (change: RecentChange) => Promise<void>;
  readonly onOpen: (path: string) => void;
  readonly onClose: () => void;
}) {
  const { toast, onOpen, onClose } = props;
  const link = toast?.link;
  const [isHeld, setIsHeld] = useState(false);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    if (toast === null || isHeld) return;
    const timer = setTimeout(() => close.current(), SHOWN_FOR_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [toast, isHeld]);

  const bar = useRef<HTMLDivElement>(null);
  useRoomBelow(bar, toast !== null);

  return (
    <Box
      ref={bar}
      onMouseEnter={() => setIsHeld(true)}
      onMouseLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
      sx={(theme) => ({
        position: 'fixed',
        insetInlineEnd: 0,
        bottom: 0,
        // Over the end of the status line, where nothing is pressed; its first words stay in sight.
        maxWidth: 'min(48rem, 100vw)',
        // Below dialogs: news must never lie over the button of a form. It stands in 'Recent changes' too.
        zIndex: theme.zIndex.modal - 1,
      })}
    >
      <Box
        sx={(theme) =>
          toast === null
            ? {}
            : {
                display: 'flex',
                alignItems: 'center',
                columnGap: 1.5,
                paddingBlock: 0.125,
                paddingInlineStart: 2,
                paddingInlineEnd: 0.5,
                borderStartStartRadius: theme.spacing(2),
                border: `2px solid ${theme.trc.toast.line}`,
                color: theme.trc.toast.ink,
                backgroundColor: theme.trc.toast.ground,
                boxShadow: theme.trc.shadow,
              }
        }
      >
        <Box role="status" data-personal={toast === null ? undefined : ''} sx={{ minWidth: 0 }}>
          {toast?.words ?? ''}
        </Box>
        {toast?.undo && !toast.isUndone ? (
          <Button
            color="inherit"
            variant="outlined"
            size="small"
            sx={{ flexShrink: 0 }}
            onClick={() => {
              onClose();
              void props.onUndo(toast);
            }}
          >
            {toast.undo.label}
          </Button>
        ) : null}
        {link && !toast.isUndone ? (
          <Button
            color="inherit"
            variant="outlined"
            size="small"
            sx={{ flexShrink: 0 }}
            href={link.to}
            onClick={(event) => {
              // The browser's own way there would load the program anew.
              event.preventDefault();
              onClose();
              onOpen(link.to);
            }}
          >
            {link.label}
          </Button>
        ) : null}
        {toast === null ? null : (
          <IconButton
            color="inherit"
            size="small"
            aria-label="Close this message"
            onClick={onClose}
          >
            <CloseIcon />
          </IconButton>
        )}
      </Box>
    </Box>
  );
}

/** Tells the frame how much room the news takes, and brings what has the focus out from under it. */
function useRoomBelow(bar: RefObject<HTMLDivElement | null>, isShown: boolean): void {
  useLayoutEffect(() => {
    const element = bar.current;
    if (!isShown || element === null) return;
    const root = document.documentElement;
    const measure = (): void => root.style.setProperty('--toast-room', `${element.offsetHeight}px`);
    measure();
    const { activeElement } = document;
    if (activeElement !== null && !element.contains(activeElement)) {
      const hidden = activeElement.getBoundingClientRect().bottom > element.offsetTop;
      if (hidden && activeElement.matches('button, a, input, select, textarea'))
        activeElement.scrollIntoView?.({ block: 'nearest' });
    }
    const watch = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(measure);
    watch?.observe(element);
    return () => {
      watch?.disconnect();
      root.style.removeProperty('--toast-room');
    };
  }, [bar, isShown]);
}
