import { createHash } from 'node:crypto';
import { instantOf, type LocalDateTime } from '../local-date.ts';

/** What a file says about itself; the same facts and content give the same bytes. */
export type DocumentFacts = {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly createdAt: LocalDateTime;
};

const PROGRAM = 'TRC Desk';

export function infoOf(facts: DocumentFacts): PDFKit.DocumentInfo {
  return {
    Title: facts.title,
    Author: facts.author,
    Subject: facts.subject,
    Producer: PROGRAM,
    Creator: PROGRAM,
  };
}

/**
 * Gives the file the creation date and identity of its facts; PDFKit would take both from the
 * computer's clock. It also mends PDFKit's metadata, which is XML but holds the title unescaped:
 * "Repairs & rents" would make it unreadable.
 */
export function setIdentity(pdf: PDFKit.PDFDocument, facts: DocumentFacts): void {
  const instant = instantOf(facts.createdAt);
  const pdfDate = `D:${instant.slice(0, 19).replace(/[-:T]/g, '')}Z`;
  // PDFKit writes text as it is, and a date only as a Date of the clock.
  pdf.info = { ...pdf.info, CreationDate: pdfDate as unknown as Date };
  pdf._id = createHash('sha256')
    .update(JSON.stringify([facts, PROGRAM]))
    .digest()
    .subarray(0, 16);

  const endMetadata = pdf.endMetadata.bind(pdf);
  pdf.endMetadata = () => {
    const written = pdf.info;
    pdf.info = {
      ...written,
      Title: escapeXml(facts.title),
      Author: escapeXml(facts.author),
      Subject: escapeXml(facts.subject),
      CreationDate: { toISOString: () => instant } as unknown as Date,
    };
    endMetadata();
    pdf.info = written;
  };
}

function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
