import type { OddSign } from '#domain/kernel/text'
import { oddSignEn } from '#domain/kernel/texts/odd-sign-en'

import { enMapping } from './en-mapping'

/** Everything an import says, in English, by key. */
export const en = {
  ...enMapping,
  // files
  file_absent: ({ file, folder }: { file: string; folder: string }) =>
    `${file} cannot be read. It is not in the folder ${folder}.`,
  file_empty: ({ file }: { file: string }) => `${file} cannot be read. The file is empty: it needs a line of headings.`,
  file_not_utf8: ({ file }: { file: string }) =>
    `${file} cannot be read. The file is not UTF-8. Write “encoding: cp1251” in its format (or utf-16).`,
  one_column: ({ file, heading, delimiter }: { file: string; heading: string; delimiter: string }) =>
    `${file} cannot be read. The heading is one column, “${heading}”. Write “delimiter: ${delimiter}” in its format.`,
  // lines
  misfit: ({ has, wants }: { has: number; wants: number }) =>
    `has ${has} ${has === 1 ? 'value' : 'values'}, the heading has ${wants}. Put values that hold the delimiter in quotes.`,
  quote_inside: 'has a quote inside a value. Double the quotes there: "the ""big"" one".',
  quote_open: 'opens a quote that is never closed, so the lines from there on are lost.',
  whole_deal: ({ lines }: { lines: number }) => `The whole deal of ${lines} lines is left out.`,
  odd_sign: ({ key, sign }: { key: string; sign: OddSign }) => oddSignEn(`“${key}”`, sign),
  value_empty: ({ key }: { key: string }) => `“${key}” is empty.`,
  not_yes_no: ({ text }: { text: string }) => `“${text}” is neither yes nor no.`,
  not_date: ({ text, patterns }: { text: string; patterns: readonly string[] }) =>
    `“${text}” is not a date written as ${patterns.join(' or ')}.`,
  not_number: ({ text, kind, example }: { text: string; kind: 'amount' | 'whole' | 'number'; example: string }) =>
    `“${text}” is not ${{ amount: 'an amount', whole: 'a whole number', number: 'a number' }[kind]} written such as ${example}.`,
  too_exact: ({ text, decimals }: { text: string; decimals: number }) =>
    `“${text}” is more exact than money or counts are: ${decimals === 0 ? 'no decimals' : `at most ${decimals} decimals`}.`,
  too_large: ({ text }: { text: string }) => `“${text}” is too large.`,
  not_looked_up: ({ text, column, file }: { text: string; column: string; file: string }) =>
    `“${text}” is not in the column “${column}” of ${file}.`,
  not_mapped: ({ text, known }: { text: string; known: readonly string[] }) =>
    `“${text}” is not in the mapping. It has: ${known.join(', ')}. Add it, or write “otherwise: keep”.`,
  // deals, employees, targets
  no_group: 'It cannot be told which deal the line is of: “group_by” gives nothing.',
  closed_before: ({ made, closed }: { made: string; closed: string }) =>
    `The deal was made on ${made}, after it was closed on ${closed}.`,
  outcome_unknown: ({ text, known }: { text: string; known: readonly string[] }) =>
    `“${text}” is not in the map of outcome. It has: ${known.join(', ')}.`,
  differs: ({ key, here, there, line }: { key: string; here: string; there: string; line: number }) =>
    `“${key}” is “${here}”, but “${there}” in line ${line} of the same deal.`,
  id_twice: ({ id, place }: { id: string; place: string }) =>
    `The external id “${id}” stands at ${place} already. Give every deal its own, or group the lines by it.`,
  id_long: ({ start }: { start: string }) => `The external id “${start}…” is longer than 200 letters.`,
  nobody: ({ owner }: { owner: string }) =>
    `There is no employee “${owner}” to own the deal. Import the employees first, or map the name to one there is.`,
  future: ({ day }: { day: string }) => `${day} is in the future; history ends today.`,
  won_before: ({
    pipeline,
    wonAfter,
    stage,
    later,
  }: {
    pipeline: string
    wonAfter: string
    stage: string
    later: readonly string[]
  }) => `A won deal of “${pipeline}” is past “${wonAfter}”, not in “${stage}”. Write one of: ${later.join(', ')}.`,
  past_won: ({ pipeline, stage }: { pipeline: string; stage: string }) =>
    `A deal of “${pipeline}” that reached “${stage}” is won: write “won: yes” beside it.`,
  reason: ({ reason, known }: { reason: string; known: readonly string[] }) =>
    `“${reason}” is no reason for a deal to be lost. There are: ${known.join(', ')}.`,
  employee_parts: 'An employee needs an id and a name; one of them is empty.',
  target_twice: ({ period, id, line }: { period: string; id: string; line: number }) =>
    `The target of ${period} for “${id}” stands in line ${line} already.`,
  // exports of Bitrix24
  bitrix_no_stages:
    'There are no deal stages in this export. It needs the answer of crm.status.list, with rows of the ENTITY_ID DEAL_STAGE or DEAL_STAGE_1.',
  bitrix_rows: ({ missing }: { missing: number }) =>
    `The answer of crm.status.list is not whole: ${missing} rows are missing. Bitrix24 gives 50 rows at a time; ask again with start=50 and add that answer.`,
  bitrix_refused: ({ why }: { why: string | undefined }) =>
    `Bitrix24 refused to answer: ${why ?? 'it did not say why'}. Export it again.`,
  bitrix_no_work: 'No direction of this export has a stage in which a deal is under way: there is nothing to work in.',
}
