import type { Contact, ContactDetails } from '#db/directory/directory.contract';
import { countedId } from '../program-for-tests.ts';
import type { TestCore } from '../open-test-core.ts';

/** An organisation as it is typed: with a phone number that somebody verified on 4 January 2027. */
export function contactDetails(
  part: { readonly [K in keyof ContactDetails]?: unknown } = {},
): ContactDetails {
  return {
    name: `Advice ${countedId().slice(-6)}`,
    kind: 'local-adviser',
    address: '3 Made-up Street\nNowhere',
    phone: '01632 960123',
    email: 'desk@advice.example',
    web: 'advice.example',
    note: '',
    lastVerifiedOn: '2027-01-04',
    ...part,
  } as ContactDetails;
}

/** An organisation that the desk has entered. */
export function aContact(
  core: Pick<TestCore, 'as'>,
  part: Parameters<typeof contactDetails>[0] = {},
): Promise<Contact> {
  return core.as('desk').call('directory.add', contactDetails(part));
}
