import { Autocomplete, Box, OutlinedInput, Typography } from '@mui/material';
import { useRef, useState } from 'react';
import { AddIcon } from './icons.tsx';
import { describedBy, FieldFrame, type FieldWords } from './FieldFrame.tsx';
import { useFieldState } from './form-context.tsx';

/** One line of the list: `detail` tells apart what has the same title. */
export type Choice = { readonly id: string; readonly title: string; readonly detail?: string };

/** A way to enter what is not in the list yet: 'Add “Oak Estate” as a group'. */
export type ChoiceToAdd = {
  readonly words: (typed: string) => string;
  readonly run: (typed: string) => void;
};

type Props = FieldWords & {
  /** The form's name for the field, by which the error summary finds it. */
  readonly name: string;
  readonly chosen: Choice | null;
  readonly onChoose: (choice: Choice | null) => void;
  /** What matches the words typed, best first; the caller looks it up. */
  readonly choices: readonly Choice[];
  readonly onType: (text: string) => void;
  readonly isLoading?: boolean;
  readonly toAdd?: readonly ChoiceToAdd[];
  readonly isPersonal?: boolean;
  /** The first field of a dialog or of a page that is nothing but a form. */
  readonly takesFocus?: boolean;
};

type Line = Choice & { readonly add?: ChoiceToAdd };

const LETTERS_BEFORE_LOOKING = 2;

/** Type two letters, choose from the list; what is missing can be added from its last lines. */
export function ChooserField(props: Props) {
  const { id, error } = useFieldState(props.name);
  const [typed, setTyped] = useState(props.chosen?.title ?? '');
  const chosen = useSameObject(props.chosen);
  const wanted = typed.trim();
  const isSearch = wanted.length >= LETTERS_BEFORE_LOOKING && typed !== chosen?.title;
  const toAdd: readonly Line[] = isSearch
    ? (props.toAdd ?? []).map((add, place) => ({
        id: `add-${place}`,
        title: add.words(wanted),
        add,
      }))
    : [];

  // The first line is chosen already, so a step down from the one match would take the person for a new one.
  const hasStepped = useRef(false);
  const staysOnTheMatch = (): boolean => {
    const stays = !hasStepped.current && props.choices.length === 1 && toAdd.length > 0;
    hasStepped.current ||= props.choices.length > 0;
    return stays;
  };

  const choose = (line: Line | null): void => {
    if (line?.add) line.add.run(wanted);
    else props.onChoose(line);
  };

  return (
    <FieldFrame {...props} id={id} error={error}>
      <Autocomplete<Line>
        id={id}
        options={[...props.choices, ...toAdd]}
        value={chosen}
        inputValue={typed}
        onInputChange={(_, text, reason) => {
          // Choosing an 'Add' line must not write its words into the field.
          if (reason === 'selectOption' && toAdd.some((line) => line.title === text)) return;
          setTyped(text);
          if (reason !== 'input') return;
          hasStepped.current = false;
          props.onType(text.trim());
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' && staysOnTheMatch()) event.defaultMuiPrevented = true;
        }}
        onChange={(_, line) => choose(line)}
        filterOptions={(lines) => lines}
        getOptionLabel={(line) => line.title}
        isOptionEqualToValue={(a, b) => a.id === b.id}
        loading={props.isLoading ?? false}
        loadingText="Looking"
        noOptionsText={isSearch ? 'Nobody and nothing matches.' : 'Type two letters to look.'}
        autoHighlight
        openOnFocus={props.choices.length > 0}
        forcePopupIcon={false}
        // The list is drawn at the end of the page, outside every other part of it.
        slotProps={{ popper: { role: 'region', 'aria-label': `What matches: ${props.label}` } }}
        clearText="Empty this field"
        renderOption={({ key, ...attributes }, line) => (
          <Box
            component="li"
            key={key}
            {...attributes}
            data-personal={props.isPersonal ? '' : undefined}
          >
            {line.add ? <AddIcon sx={{ marginInlineEnd: 1 }} /> : null}
            <Box sx={{ minWidth: 0 }}>
              <Box sx={{ fontWeight: line.add ? 620 : 500 }}>{line.title}</Box>
              {line.detail ? (
                <Typography variant="body2" color="textSecondary">
                  {line.detail}
                </Typography>
              ) : null}
            </Box>
          </Box>
        )}
        renderInput={(input) => (
          <OutlinedInput
            ref={input.slotProps.input.ref}
            className={input.slotProps.input.className}
            endAdornment={input.slotProps.input.endAdornment}
            onMouseDown={input.slotProps.input.onMouseDown}
            fullWidth
            error={error !== undefined}
            {...(props.takesFocus ? { autoFocus: true } : {})}
            slotProps={{
              input: {
                ...input.slotProps.htmlInput,
                'aria-describedby': describedBy(id, { hint: props.hint, error }),
                'aria-invalid': error !== undefined,
                spellCheck: false,
              },
            }}
          />
        )}
        sx={{ maxWidth: '36rem' }}
      />
    </FieldFrame>
  );
}

/**
 * The choice as one object for as long as it is the same choice. The list takes a new object for a new choice and
 * writes its title over what is being typed.
 */
function useSameObject(choice: Choice | null): Choice | null {
  const [kept, setKept] = useState(choice);
  if (kept?.id === choice?.id && kept?.title === choice?.title) return kept;
  setKept(choice);
  return choice;
}
