import type { Locator, Page } from '@playwright/test';

/** The form that books a room or changes a booking, wherever it stands. */
export function bookingForm(page: Page) {
  const dialog = page.getByRole('dialog').filter({
    has: page.getByRole('form', { name: /^(Book a room|Change the booking)$/ }),
  });
  return {
    dialog,
    who: dialog.getByRole('combobox', { name: 'Who is it for?' }),
    responsible: dialog.getByRole('combobox', { name: 'Who is responsible on the day?' }),
    purpose: dialog.getByRole('combobox', { name: 'What is it for?' }),
    room: dialog.getByRole('combobox', { name: 'Where?' }),
    day: dialog.getByRole('textbox', { name: 'Which day?' }),
    from: dialog.getByRole('textbox', { name: 'From' }),
    until: dialog.getByRole('textbox', { name: 'Until' }),
    people: dialog.getByRole('textbox', { name: 'How many people?' }),
    needs: dialog.getByRole('textbox', { name: 'What do they need?' }),
    notes: dialog.getByRole('textbox', { name: 'Notes for the desk' }),
    /** Opens layout, access, crèche, things wanted and notes, unless they say something already. */
    more: dialog.getByRole('button', { name: /^More: / }),
    repeat: dialog.getByRole('combobox', { name: 'Does it repeat?' }),
    lastDay: dialog.getByRole('textbox', { name: 'Last day' }),
    seeDates: dialog.getByRole('button', { name: 'See the dates' }),
    book: dialog.getByRole('button', { name: 'Book the room' }),
    save: dialog.getByRole('button', { name: 'Save the changes' }),
    summary: dialog.getByRole('alert').filter({ hasText: 'There is a problem' }),
    /** What the form says of itself while it is typed. */
    said: dialog.getByRole('status'),
    /** A line of the list under 'Who is it for?' or 'Who is responsible?'. */
    line: (words: string | RegExp): Locator => page.getByRole('option', { name: words }),
  };
}
