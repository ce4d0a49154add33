import { defineErrors } from '#db/shared/domain-error';

type Nothing = Record<string, never>;

/** Every refusal about files that people bring; each says how the paper gets here all the same. */
export const receiptErrors = defineErrors({
  'receipt.empty': {
    sentence: (_: Nothing) =>
      'There is nothing in this file. Choose another, or photograph the paper here.',
  },
  'receipt.too-large': {
    sentence: (_: Nothing) =>
      'This file is larger than 7 MB. Photograph the paper here, or scan it in fewer dots.',
  },
  'receipt.too-many-dots': {
    sentence: (_: Nothing) =>
      'This picture has more dots than can be shown. Photograph the paper here, or save the picture smaller.',
  },
  'receipt.other-kind': {
    sentence: (_: Nothing) =>
      'Only JPEG and PNG pictures and PDFs are kept here, and this file is none of them, whatever its name says. Photograph or scan the paper.',
  },
  'receipt.heic': {
    sentence: (_: Nothing) =>
      'This is a HEIC picture, which only some programs can show. On the phone choose Settings, Camera, Formats, “Most Compatible” and take it again, or photograph the paper here.',
  },
  'receipt.picture-damaged': {
    sentence: (_: Nothing) =>
      'This picture is damaged or was not stored whole. Take it again, or photograph the paper here.',
  },
  'receipt.pdf-locked': {
    sentence: (_: Nothing) => 'This PDF is locked. Print it, then photograph or scan the print.',
  },
  'receipt.pdf-active': {
    sentence: (_: Nothing) =>
      'This PDF holds more than pages: a program, another file or something that starts by itself. Print it, then photograph or scan the print.',
  },
  'receipt.pdf-unreadable': {
    sentence: (_: Nothing) =>
      'This PDF is not built as it should be, so nobody can say what is in it. Print it, then photograph or scan the print.',
  },
  'receipt.pdf-too-long': {
    sentence: (_: Nothing) =>
      'This PDF has more than 100 pages. Print the pages that matter, then photograph or scan them.',
  },
  'receipt.took-too-much': {
    sentence: (_: Nothing) =>
      'Looking at this file took more time or memory than any receipt needs, so it was put aside. Photograph or scan the paper.',
  },
  'receipt.not-found': {
    sentence: (_: { hash: string }) =>
      'This picture or PDF is no longer kept here. Look at the paper itself, or ask for it again.',
  },
  'receipt.altered': {
    sentence: (_: { hash: string }) =>
      'This picture or PDF is not what was taken in: the record was altered outside the program. Look at the paper itself, and tell whoever looks after this computer.',
  },
});
