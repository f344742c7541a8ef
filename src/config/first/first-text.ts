import { isScalar, parseDocument } from 'yaml'

import type { Language } from '#schemas/language-names'

import { firstFile } from './first-file'
import { readAnswers } from './read-answers'

/** A first file for a company, or what is wrong with what it says of itself, told in a language. */
export function firstText(
  asked: { readonly company: string; readonly zone: string; readonly language: Language },
  reader: Language,
): { readonly text: string } | { readonly fault: string } {
  const read = readAnswers(asked, reader)
  return 'faults' in read ? { fault: read.faults.join(' ') } : { text: firstFile(read.answers) }
}

/** The same file in another time zone; everything else in it stays as it is written. */
export function textInZone(text: string, zone: string): string {
  const node = parseDocument(text).getIn(['calendar', 'timezone'], true)
  if (!isScalar(node) || node.range === null || node.range === undefined) return text
  const [from, to] = node.range
  return text.slice(0, from) + zone + text.slice(to)
}
