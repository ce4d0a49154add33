import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Item, ItemDetails } from '#db/recognition/recognition.contract';
import { ASKED_WORDS, sentenceStart } from '#db/recognition/recognition-words.rules';
import { MANAGER_ONLY } from '#db/shared/access';
import { useCan } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { Card } from '../shared/Card.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { AddIcon } from '../shared/icons.tsx';
import { ItemForm } from './ItemForm.tsx';
import { useSetItems } from './recognition.queries.ts';
import { useSayingRefusal } from '../shared/use-saying-refusal.ts';

const WORDS = {
  criterion: {
    title: 'Criteria',
    empty: 'The council asks for no criteria.',
    add: 'Add a criterion',
  },
  paper: { title: 'Papers', empty: 'The council asks for no papers.', add: 'Add a paper' },
} as const;

type Props = { readonly kind: Item['kind']; readonly items: readonly Item[] };

/** The criteria or the papers in the council's own words and order. */
export function ItemList({ kind, items }: Props) {
  const mayChange = useCan(MANAGER_ONLY);
  const setItems = useSetItems();
  const { say } = useToast();
  const saying = useSayingRefusal();
  // -1 is a new line at the end.
  const [open, setOpen] = useState<number | null>(null);
  const details = items.map(
    ({ id, words, asked, ifAmended }): ItemDetails => ({ id, words, asked, ifAmended }),
  );

  const save = async (wanted: readonly ItemDetails[], words: string): Promise<void> => {
    await setItems.mutateAsync({ kind, items: [...wanted] });
    const undo = () => setItems.mutateAsync({ kind, items: details });
    say({ words, undo: { label: 'Undo', run: undo } });
  };
  const moveUp = (index: number) =>
    saying(() => {
      const [moved] = details.slice(index);
      const rest = details.filter((_, i) => i !== index);
      return save(
        moved === undefined ? details : rest.toSpliced(index - 1, 0, moved),
        'The order is changed.',
      );
    });
  const takeOut = (index: number) =>
    saying(() =>
      save(
        details.filter((_, i) => i !== index),
        `“${details[index]?.words ?? ''}” is not asked any more.`,
      ),
    );

  return (
    <Card
      component="section"
      title={WORDS[kind].title}
      actions={
        mayChange && (
          <Button startIcon={<AddIcon />} onClick={() => setOpen(-1)}>
            {WORDS[kind].add}
          </Button>
        )
      }
    >
      {items.length === 0 ? (
        <Typography>{WORDS[kind].empty}</Typography>
      ) : (
        <DataTable
          label={WORDS[kind].title}
          rows={items}
          keyOf={(item) => item.id}
          columns={[
            { heading: 'Asked for', cell: (item) => sentenceStart(item.words) },
            {
              heading: 'When',
              cell: (item) =>
                `${ASKED_WORDS[item.asked]}${item.ifAmended ? ', if it was amended' : ''}`,
            },
            ...(mayChange
              ? [
                  {
                    heading: 'Do',
                    cell: (item: Item) => (
                      <LineKeys
                        item={item}
                        isFirst={items[0]?.id === item.id}
                        onChange={() => setOpen(items.indexOf(item))}
                        onUp={() => void moveUp(items.indexOf(item))}
                        onTakeOut={() => void takeOut(items.indexOf(item))}
                      />
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {open !== null && (
        <ItemForm
          kind={kind}
          item={details[open]}
          onSave={(item) =>
            save(
              open === -1 ? [...details, item] : details.with(open, item),
              `“${item.words}” is saved.`,
            )
          }
          onClose={() => setOpen(null)}
        />
      )}
    </Card>
  );
}

function LineKeys(props: {
  readonly item: Item;
  readonly isFirst: boolean;
  readonly onChange: () => void;
  readonly onUp: () => void;
  readonly onTakeOut: () => void;
}) {
  const key = (words: string, act: () => void) => (
    <Button size="small" aria-label={`${words}: ${props.item.words}`} onClick={act}>
      {words}
    </Button>
  );
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap' }}>
      {key('Change', props.onChange)}
      {!props.isFirst && key('Move up', props.onUp)}
      {key('Take out', props.onTakeOut)}
    </Box>
  );
}
