/** 'booking.created' as people read it: 'Booking: created'. */
export function formatAction(action: string): string {
  const [thing = '', ...rest] = action.replaceAll('-', ' ').split('.');
  const what = thing.charAt(0).toUpperCase() + thing.slice(1);
  return rest.length === 0 ? what : `${what}: ${rest.join(' ')}`;
}

/** 'startsAt' as people read it: 'Starts at'. */
export function formatFieldName(field: string): string {
  const words = field.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
