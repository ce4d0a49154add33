import { z } from 'zod';

/** What a council may ask of a complete record (PPL-08). */
export const RecordField = z.enum([
  'phone',
  'email',
  'address',
  'postcode',
  'area',
  'kind',
  'channels',
  'confirmed',
]);
export type RecordField = z.infer<typeof RecordField>;

export const RECORD_FIELD_WORDS: Readonly<Record<RecordField, string>> = {
  phone: 'Phone',
  email: 'E-mail',
  address: 'Address',
  postcode: 'Postcode',
  area: 'Area',
  kind: 'Tenure',
  channels: 'Ways to hear',
  confirmed: 'Gone through with the person',
};
