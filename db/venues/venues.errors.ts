import { defineErrors } from '#db/shared/domain-error';
import { tooLongAgoWords } from '#db/shared/entry-range';
import type { LocalDate } from '#db/shared/local-date';
import { formatDate } from '#db/shared/plain-words';

export const venueErrors = defineErrors({
  'venue.not-found': {
    sentence: (_: { id: string }) =>
      'There is no such venue here. Choose one from the list of venues.',
  },
  'venue.name-taken': {
    field: 'name',
    sentence: (d: { name: string }) =>
      `There is already a venue called ${d.name}. Give this one another name.`,
  },
  'venue.group-missing': {
    field: 'groupId',
    sentence: (_: object) =>
      'Choose the group that manages it, or say that the council manages it.',
  },
  'venue.changed-by-someone-else': {
    sentence: (d: { name: string }) =>
      `Someone else changed ${d.name} while you had it open. What you typed is still here. Check it, then save again.`,
  },
  'venue.managed-by-group': {
    sentence: (d: { name: string; group: string }) =>
      `${d.name} is not booked at this desk: ${d.group} decides about it. Ask them for it.`,
  },
  'venue.managed-by-council': {
    field: 'venueId',
    sentence: (d: { name: string }) =>
      `The council manages ${d.name} itself, so nobody logs its visits. Choose a venue that a group manages.`,
  },
  'venue.access-to-come': {
    field: 'at',
    sentence: (_: object) =>
      'This time is still to come. Enter when the council went in, once it has.',
  },
  'venue.committee-to-come': {
    field: 'committeeToldOn',
    sentence: (_: object) =>
      'This day is still to come. Enter when the committee was told, or leave it empty until then.',
  },
  'venue.access-too-long-ago': {
    field: 'at',
    sentence: (d: { date: LocalDate; firstDay: LocalDate }) => tooLongAgoWords(d.date, d.firstDay),
  },
  'venue.access-not-found': {
    sentence: (_: { id: string }) =>
      'There is no such visit in the log. Open the log again and choose one.',
  },
  'venue.access-changed-by-someone-else': {
    sentence: (_: object) =>
      'Someone else put this visit right while you had it open. Open the log again, then decide.',
  },
  'venue.key-is-held': {
    field: 'keyName',
    sentence: (d: { keyName: string; holder: string; heldSince: LocalDate }) =>
      `${d.holder} has held ${d.keyName} since ${formatDate(d.heldSince)}. Enter that it came back, then hand it out again.`,
  },
  'venue.key-to-come': {
    sentence: (_: object) => 'This day is still to come. Enter today or an earlier day.',
  },
  'venue.key-not-found': {
    sentence: (_: { id: string }) =>
      'There is no such key on the list. Open the list of keys again and choose one.',
  },
  'venue.key-returned-before': {
    sentence: (d: { keyName: string; returnedOn: LocalDate }) =>
      `${d.keyName} came back on ${formatDate(d.returnedOn)} already. Look at the list of keys again.`,
  },
  'venue.key-back-too-early': {
    field: 'returnedOn',
    sentence: (d: { keyName: string; heldSince: LocalDate }) =>
      `${d.keyName} was only handed out on ${formatDate(d.heldSince)}. Enter that day or a later one.`,
  },
  'venue.key-changed-by-someone-else': {
    sentence: (d: { keyName: string }) =>
      `Someone else changed the entry of ${d.keyName} while you had it open. Look at it again, then decide.`,
  },
});
