import type { OddSign } from '#domain/kernel/text'
import { oddSignEn } from '#domain/kernel/texts/odd-sign-en'

import { enMapping } from './en-mapping'
import { withTime } from './with-time'

const otherThanText = {
  workbook: 'an Excel workbook',
  pdf: 'a PDF',
  archive: 'an archive',
  page: 'a web page',
  xml: 'XML',
  json: 'JSON',
  rtf: 'a document of a word processor',
  dbf: 'a table of dBase',
  utf32: 'a text in UTF-32',
} as const

const numbers = { amount: 'an amount', whole: 'a whole number', number: 'a number' } as const

type NumberFault = { readonly text: string; readonly kind: keyof typeof numbers; readonly example: string }

/** Everything an import says, in English, by key. */
export const en = {
  ...enMapping,
  // files
  file_absent: ({ file, folder }: { file: string; folder: string }) =>
    `${file} cannot be read. It is not in the folder ${folder}.`,
  file_empty: ({ file }: { file: string }) => `${file} cannot be read. The file is empty: it needs a line of headings.`,
  file_not_utf8: ({ file, guess }: { file: string; guess: 'cp1251' | 'cp866' | 'utf-16' }) =>
    `${file} cannot be read. The file is not UTF-8. Write “encoding: ${guess}” in its format (or ${['cp1251', 'cp866', 'utf-16'].filter((one) => one !== guess).join(', ')}).`,
  file_not_text: ({ file, is }: { file: string; is: keyof typeof otherThanText }) =>
    `${file} cannot be read. It is ${otherThanText[is]}, not a text with delimiters. ${is === 'archive' ? 'Unpack it first.' : 'Open it in Excel and save it as “CSV UTF-8”.'}`,
  file_large: ({ file, has, most, isWhole }: { file: string; has: number; most: number; isWhole: boolean }) =>
    `${file} has ${has} MB, and a file${isWhole ? ' of this kind, which is read as a whole,' : ''} may have at most ${most} MB. Divide it into several files${isWhole ? ', the lines of one deal in the same file,' : ''} and write an input for each.`,
  heading_quote: ({ file }: { file: string }) =>
    `${file} cannot be read. The quotes in its headings do not close. Close them, or write “quote: none” in its format.`,
  one_column: ({ file, heading, delimiter }: { file: string; heading: string; delimiter: string }) =>
    `${file} cannot be read. The heading is one column, “${heading}”. Write “delimiter: ${delimiter}” in its format.`,
  // lines
  misfit: ({ has, wants }: { has: number; wants: number }) =>
    `has ${has} ${has === 1 ? 'value' : 'values'}, the heading has ${wants}. Put values that hold the delimiter in quotes.`,
  quote_inside:
    'has a quote inside a value. Double the quotes there: "the ""big"" one". Where the whole file has such quotes, write “quote: none” in its format.',
  quote_open:
    'opens a quote that is never closed. Close it. Where the whole file has such quotes, write “quote: none” in its format.',
  text_long: ({ key, start, length, most }: { key: string; start: string; length: number; most: number }) =>
    `“${key}” has ${length} letters (“${start}…”), and may have at most ${most}. Shorten it, or write “cut: ${most}” for it in the mapping.`,
  whole_deal: ({ lines }: { lines: number }) => `The whole deal of ${lines} lines is left out.`,
  squeezed: ({ text }: { text: string }) =>
    `“${text}” is what a spreadsheet has left of a long number: its other digits are gone. Give the column the format of text, write the numbers again and save the file anew.`,
  odd_sign: ({ key, sign }: { key: string; sign: OddSign }) => oddSignEn(`“${key}”`, sign),
  names_no_deal: ({ field, text, direction }: { field: string; text: string; direction: string }) =>
    `“${field}” names “${text}”, and there is no deal of “${direction}” with that external id or id: neither here, nor in this file or one before it. The deal is taken without it.`,
  value_empty: ({ key }: { key: string }) => `“${key}” is empty.`,
  not_yes_no: ({ text }: { text: string }) => `“${text}” is neither yes nor no.`,
  no_time: ({ text, patterns }: { text: string; patterns: readonly string[] }) =>
    `“${text}” is a day without a time of day; give this field “dates” with a time, such as ${withTime(patterns)}, and values that have one.`,
  not_date: ({ text, patterns }: { text: string; patterns: readonly string[] }) =>
    `“${text}” is not a date written as ${patterns.join(' or ')}.`,
  date_excel: ({ text, day }: { text: string; day: string }) =>
    `“${text}” seems to be a day as Excel counts them, ${day}. If so, write “dates: excel”.`,
  not_number: ({ text, kind, example }: NumberFault) => `“${text}” is not ${numbers[kind]} written such as ${example}.`,
  number_sign: ({ text, kind, example, sign }: NumberFault & { sign: string }) =>
    `“${text}” is not ${numbers[kind]} written such as ${example}. If “${sign}” is to be passed over, write “strip: ["${sign}"]” in the format.`,
  too_exact: ({ text, decimals }: { text: string; decimals: number }) =>
    `“${text}” is more exact than money or counts are: ${decimals === 0 ? 'no decimals' : `at most ${decimals} decimals`}.`,
  too_large: ({ text }: { text: string }) => `“${text}” is too large.`,
  not_looked_up: ({ text, column, file }: { text: string; column: string; file: string }) =>
    `“${text}” is not in the column “${column}” of ${file}.`,
  not_mapped: ({ text, known }: { text: string; known: readonly string[] }) =>
    `${text === '' ? 'An empty cell' : `“${text}”`} is not in the mapping. It has: ${known.join(', ')}. Add it, or write “otherwise: keep”.`,
  // deals, employees, targets
  no_group: 'It cannot be told which deal the line is of: “group_by” gives nothing.',
  closed_before: ({ made, closed }: { made: string; closed: string }) =>
    `The deal was made on ${made}, after it was closed on ${closed}.`,
  outcome_unknown: ({ text, known }: { text: string; known: readonly string[] }) =>
    `${text === '' ? 'An empty cell' : `“${text}”`} is not in the map of outcome. It has: ${known.join(', ')}.`,
  differs: ({ key, here, there, line }: { key: string; here: string; there: string; line: number }) =>
    `“${key}” is “${here}”, but “${there}” in line ${line} of the same deal.`,
  id_twice: ({ id, place }: { id: string; place: string }) =>
    `The external id “${id}” stands at ${place} already. Give every deal its own, or group the lines by it.`,
  id_long: ({ start }: { start: string }) => `The external id “${start}…” is longer than 200 letters.`,
  nobody: ({ owner }: { owner: string }) =>
    `There is no employee “${owner}” to own the deal. Import the employees first, or map the name to one there is.`,
  owner_unsure: ({ owner, id, other }: { owner: string; id: string; other: string }) =>
    `It cannot be told whose deal it is: “${owner}” was not taken, because the id “${id}” is that of “${other}”.`,
  plan_unsure: ({ key, id, other }: { key: string; id: string; other: string }) =>
    `It cannot be told whose plan it is: “${key}” was not taken, because the id “${id}” is that of “${other}”.`,
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
    `“${reason}” is not a reason for a deal to be lost. There are: ${known.join(', ')}.`,
  employee_parts: 'An employee needs an id and a name; one of them is empty.',
  id_shared: ({ id, key, other, line }: { id: string; key: string; other: string; line: number }) =>
    `“${key}” would have the id “${id}”, which is that of “${other}” in line ${line}. Make the id of a column in which they differ, such as a number.`,
  id_taken: ({ id, key, there }: { id: string; key: string; there: string }) =>
    `“${key}” would have the id “${id}”, which is that of the employee “${there}”. Make the id of a column in which they differ, or write the same name if it is one person.`,
  id_again: ({ key, line }: { key: string; line: number }) =>
    `“${key}” stands in line ${line} with another name or e-mail. If these are two people, make the id of a column in which they differ, such as a number; else write the same in both lines.`,
  department_taken: ({ id, key, there }: { id: string; key: string; there: string }) =>
    `The department “${key}” would have the id “${id}”, which is that of “${there}”. Write it in one way, or make the id of another column.`,
  more_lines: ({ who, more }: { who: string; more: number }) =>
    `The same holds of ${more} more ${more === 1 ? 'line' : 'lines'} with “${who}”.`,
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
