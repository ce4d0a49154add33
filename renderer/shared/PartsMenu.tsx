import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { DownIcon } from './icons.tsx';

const partsOf = (page: ParentNode): readonly HTMLElement[] => [
  ...page.querySelectorAll<HTMLElement>('main h2'),
];

/** Goes to one of the parts of a long page: lists the headings that stand on it at the moment. */
export function PartsMenu(): ReactNode {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const goTo = useRef<HTMLElement>(null);
  const [parts, setParts] = useState<readonly HTMLElement[]>([]);
  const [isOpen, setIsOpen] = useState(false);

  // A part that is still being read joins the list when it comes.
  useEffect(() => {
    if (!isOpen) return;
    const page = document.querySelector('main');
    if (page === null) return;
    const observer = new MutationObserver(() => setParts(partsOf(page)));
    observer.observe(page, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [isOpen]);

  function open(): void {
    setParts(partsOf(document));
    goTo.current = null;
    setIsOpen(true);
  }

  function choose(part: HTMLElement): void {
    goTo.current = part;
    setIsOpen(false);
  }

  function giveFocus(): void {
    const part = goTo.current;
    if (part === null) {
      button.current?.focus();
      return;
    }
    part.tabIndex = -1;
    part.style.scrollMarginTop = '1rem';
    part.focus({ preventScroll: true });
    part.scrollIntoView({ block: 'start' });
  }

  return (
    <>
      <Button
        id={`${id}-button`}
        ref={button}
        endIcon={<DownIcon sx={{ fontSize: '0.875rem !important' }} />}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${id}-menu` : undefined}
        onClick={open}
      >
        Parts of this page
      </Button>
      <Menu
        id={`${id}-menu`}
        anchorEl={() => button.current}
        open={isOpen}
        onClose={() => setIsOpen(false)}
        disablePortal
        disableRestoreFocus
        slotProps={{
          list: { 'aria-labelledby': `${id}-button` },
          transition: { onExited: giveFocus },
        }}
      >
        {parts.map((part) => (
          <MenuItem key={part.textContent} onClick={() => choose(part)}>
            {part.textContent}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
