import type { PaperFact } from '#schemas/model'

/** What may be waited for of a document. */
export const documentFactNames = ['made', 'issued', 'sent', 'signed'] as const

/** What may be waited for of an invoice. */
export const invoiceFactNames = ['issued', 'paid'] as const

const papers = 'papers.'

/** The fact that something was done to a paper: who did it; empty while nobody has. */
export function paperFactName({ paper, fact }: PaperFact): string {
  return `${papers}${fact}.${paper}`
}

/** What a fact is about; undefined for other facts. */
export function paperFactIn(name: string): PaperFact | undefined {
  const [, fact, paper = ''] = /^papers\.(made|issued|sent|signed|paid)\.(.+)$/.exec(name) ?? []
  return fact === undefined ? undefined : { paper, fact: fact as PaperFact['fact'] }
}

/** The same as the file says it. */
export function paperFactText({ paper, fact }: PaperFact): string {
  return `${paper} ${fact}`
}
