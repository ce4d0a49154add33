import { defineErrors } from '#db/shared/domain-error';
import { countOf } from '#db/shared/plain-words';

export const facilityErrors = defineErrors({
  'facility.not-found': {
    sentence: (_: { id: string }) =>
      'There is no such room here. Choose one from the list of rooms.',
  },
  'facility.name-taken': {
    field: 'name',
    sentence: (d: { name: string }) =>
      `There is already a room called ${d.name}. Give this one another name.`,
  },
  'facility.hours-overlap': {
    field: 'hours',
    sentence: (d: { day: string }) =>
      `The opening times on ${d.day} overlap, or one ends before it starts. Enter each time once, the earlier one first.`,
  },
  'facility.changed-by-someone-else': {
    sentence: (d: { name: string }) =>
      `Someone else changed ${d.name} while you had it open. What you typed is still here. Check it, then save again.`,
  },
  'facility.part-of-itself': {
    field: 'partIds',
    sentence: (d: { name: string }) =>
      `${d.name} cannot be a part of itself. Leave it out of the parts.`,
  },
  'facility.part-has-parts': {
    field: 'partIds',
    sentence: (d: { name: string }) =>
      `${d.name} is itself made of parts or a part of another room. Choose parts that are rooms on their own.`,
  },
  'facility.whole-with-places': {
    field: 'partIds',
    sentence: (d: { name: string }) =>
      `${d.name} is booked place by place, so it can neither have parts nor be a part. Give it one place, or leave the parts out.`,
  },
  'facility.parts-are-booked': {
    field: 'partIds',
    sentence: (d: { whole: string; part: string }) =>
      `Bookings ${d.whole} and ${d.part} are at the same time, one in the whole room and one in a part. Move one of them, then join the rooms.`,
  },
  'facility.places-are-held': {
    field: 'units',
    sentence: (d: { held: number; wanted: number }) =>
      `Coming bookings hold ${countOf(d.held, 'place')} at once, more than ${d.wanted}. Move some of them first, or keep ${countOf(d.held, 'place')}.`,
  },
  'facility.places-are-seats': {
    field: 'units',
    sentence: (d: { name: string; seats: number }) =>
      `${d.name} has ${countOf(d.seats, 'place')} with a name of its own, and it has as many places as names. Change the list of names instead.`,
  },
  'facility.no-such-layout': {
    field: 'layouts',
    sentence: (d: { name: string }) =>
      `There is no such layout of ${d.name} any more. Open the room again and enter it anew.`,
  },
  'facility.layout-twice': {
    field: 'layouts',
    sentence: (d: { layout: string }) =>
      `Two layouts are called ${d.layout}. Give each a name of its own.`,
  },
  'facility.no-such-seat': {
    field: 'seats',
    sentence: (_: { id: string }) =>
      'There is no such computer or desk any more. Open the room again and choose one from its list.',
  },
  'facility.seat-twice': {
    field: 'seats',
    sentence: (d: { seat: string }) =>
      `Two of them are called ${d.seat}. Give each a name of its own.`,
  },
  'facility.mended-before-broken': {
    field: 'until',
    sentence: (_: object) =>
      'The last day out of order lies before the first. Enter a last day that is the same or later, or leave it empty.',
  },
});
