import { moneyRefusal, moneySaying } from '#money/words/money-refusal'

import { decodeStatement } from './decode-statement'
import { readDocument } from './exchange-document'
import { headAccounts, sectionsOf, type Section } from './exchange-sections'
import { balanceIn } from '#domain/files/kopecks-in'
import { dayIn } from '#domain/files/day-in'
import { settleLines } from './settle-lines'
import { mostStatementBytes, type AccountTotals, type Statement, type StatementFault } from './statement'

/**
 * Reads a file of 1CClientBankExchange, in whatever encoding and however broken: what can be read is, every fault is told
 * with its line. `ours` are our accounts; without any they are those that the statement is of. A file that is none is
 * refused (`statement_unreadable`).
 */
export function readExchange(bytes: Uint8Array, ours: readonly string[] = []): Statement {
  if (bytes.length > mostStatementBytes)
    throw moneyRefusal('statement_unreadable.too_large', { bytes: bytes.length, most: mostStatementBytes })
  const decoded = decodeStatement(bytes)
  const { sections, faults } = sectionsOf(decoded)
  const [head] = sections
  const told: StatementFault[] = [...faults]
  const span = head === undefined ? {} : spanOf(head, told)
  const accounts = sections.filter(({ is }) => is === 'account').map((one) => totalsOf(one, span, told))
  const named = head?.fields.get(headAccounts)
  const ofHead = named?.value.split(/[\s,;]+/).filter((one) => one !== '') ?? []
  if (named !== undefined) told.push(...strangers(ofHead, accounts, named.line))
  const known = new Set(ours.length > 0 ? ours : [...ofHead, ...accounts.map(({ account }) => account)])
  const documents = sections.filter(({ is }) => is === 'document')
  const read = documents.map((one) => readDocument(one, known))
  for (const one of read) told.push(...one.faults)
  const settled = settleLines(
    read.flatMap(({ line }) => line ?? []),
    accounts,
  )
  return {
    format: 'exchange',
    encoding: decoded.encoding,
    ...span,
    accounts,
    lines: settled.lines,
    faults: [...told, ...settled.faults].toSorted((a, b) => a.line - b.line),
    found: documents.length,
  }
}

type Span = { readonly from?: string; readonly to?: string }

function spanOf(section: Section, told: StatementFault[]): Span {
  const [from, to] = ['ДатаНачала', 'ДатаКонца'].map((key) => {
    const field = section.fields.get(key)
    const text = field?.value.trim() ?? ''
    const day = dayIn(text)
    if (field !== undefined && text !== '' && day === undefined)
      told.push({ line: field.line, weight: 'warning', about: moneySaying('bank_file_day', { key, text }) })
    return day
  })
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}

function totalsOf(section: Section, span: Span, told: StatementFault[]): AccountTotals {
  const sums = Object.entries({
    opening: 'НачальныйОстаток',
    received: 'ВсегоПоступило',
    spent: 'ВсегоСписано',
    closing: 'КонечныйОстаток',
  }).flatMap(([name, key]) => {
    const field = section.fields.get(key)
    const text = field?.value.trim() ?? ''
    const kopecks = balanceIn(text)
    if (field !== undefined && text !== '' && kopecks === undefined)
      told.push({ line: field.line, weight: 'warning', about: moneySaying('bank_file_total', { key, text }) })
    return kopecks === undefined ? [] : [[name, kopecks] as const]
  })
  const own = spanOf(section, told)
  const account = section.fields.get(headAccounts)?.value.replaceAll(/[\s.]/g, '') ?? ''
  return { line: section.line, account, ...span, ...own, ...Object.fromEntries(sums) }
}

/** Accounts of the head of which nothing follows, where something follows of others. */
function strangers(
  ofHead: readonly string[],
  accounts: readonly AccountTotals[],
  line: number,
): readonly StatementFault[] {
  const followed = accounts.map(({ account }) => account)
  const missing = ofHead.filter((one) => !followed.includes(one))
  if (followed.length === 0) return []
  return missing.map((account) => ({
    line,
    weight: 'warning',
    about: moneySaying('bank_file_account_of_head', { account, followed: [...new Set(followed)] }),
  }))
}
