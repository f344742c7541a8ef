import { whom } from '#domain/people/words/whom-en'
import type { TemplateFaultKind } from '#documents/domain/template/check-template'
import { loadingEn } from './loading-en'

/** Why nothing was done with documents, and what is told of templates, in English, by code. */
export const en = {
  ...loadingEn,
  documents_unset: 'The file has no kinds of documents: declare one under “documents” in pipelines.yaml.',
  document_unknown: ({ id }: { id: string }) => `There is no document ${id}.`,
  'field_value.document_kind': ({ id, known }: { id: string; known: readonly string[] }) =>
    `There is no kind of document “${id}”. ${known.length === 0 ? 'The file has none.' : `It can be: ${known.join(', ')}.`}`,
  'field_value.document_currency': ({ currency }: { currency: string }) =>
    `Documents are in roubles; the deal is in ${currency}.`,
  'field_value.form': ({ text, known }: { text: string; known: readonly string[] }) =>
    known.length === 0
      ? `“${text}” is not printed in the genitive here; nothing is.`
      : `“${text}” is not printed in the genitive here. It can be: ${known.join(', ')}.`,
  'forbidden.document': ({ name, role }: { name: string; role: string }) =>
    `“${name}” is issued and cancelled by ${whom(role)}. Ask them.`,
  'forbidden.register': 'The register is for those who issue documents or invoices, or see all deals.',
  'forbidden.template': 'Templates are published with the rules: ask somebody who may publish them.',
  'document_state.deal_closed': ({ title }: { title: string }) =>
    `“${title}” is closed: nothing is made for it any more.`,
  'document_state.not_for_deal': ({ name, title }: { name: string; title: string }) =>
    `“${name}” is not for “${title}”: what the file says under “when” does not hold.`,
  'document_state.too_many': ({ most }: { most: number }) => `A deal has ${most} documents at most.`,
  'document_state.not_draft': ({ number }: { number: string }) =>
    number === '' ? 'The document is no longer a draft.' : `The document ${number} is no longer a draft.`,
  'document_state.draft': ({ name }: { name: string }) => `“${name}” is a draft. Issue it first.`,
  'document_state.ended': ({ name, number }: { name: string; number: string }) =>
    `“${name}” ${number} has come to nothing already. Make another one.`,
  'document_state.unconfirmed': ({ forms }: { forms: readonly string[] }) =>
    `Somebody has to look at the genitive first: ${forms.map((form) => `“${form}”`).join(', ')}. Confirm it or put it right.`,
  'document_state.no_series': ({ name, id }: { name: string; id: string }) =>
    `The file has no series “${id}” any more, from which “${name}” takes its number.`,
  'document_state.not_signed_by': ({ name, who }: { name: string; who: 'us' | 'client' }) =>
    `“${name}” is not signed by ${who === 'us' ? 'us' : 'the client'}: see “signed_by” in the file.`,
  'document_state.signed_already': ({ name, who }: { name: string; who: 'us' | 'client' }) =>
    `“${name}” is signed by ${who === 'us' ? 'us' : 'the client'} already.`,
  'document_state.signed': ({ name }: { name: string }) => `“${name}” is signed by all: it can only be cancelled.`,
  'document_state.not_to_replace': ({ name, number }: { name: string; number: string }) =>
    `“${name}” ${number} cannot be replaced: only what is issued and has not come to nothing can.`,
  'document_needs.filled': ({ name, names }: { name: string; names: readonly string[] }) =>
    `“${name}” cannot be made yet. Fill in: ${names.join(', ')}.`,
  'document_needs.invoice': ({ name, title }: { name: string; title: string }) =>
    `“${name}” prints the invoice “${title}”, and the deal has none that is issued. Issue it first.`,
  'template_unknown.not_published': ({ path }: { path: string }) =>
    `The rules were published without ${path}. Publish them again with the file beside them.`,
  'template_unknown.no_bytes': ({ path }: { path: string }) => `The template of “${path}” cannot be read any more.`,
  'template_unknown.unfit': ({ path, why }: { path: string; why: UnfitReason }) => `${path} ${unfit[why]}.`,
  'template_unknown.too_large': ({ path, bytes, most }: { path: string; bytes: number; most: number }) =>
    `${path} has ${bytes} bytes; ${most} are the most. Make its pictures smaller.`,
  'file_unknown.signed': ({ id }: { id: string }) =>
    `The deal has no file ${id}. Add the signed copy to the files of the deal first.`,
  'precondition_failed.document': ({ now, seen }: { now: number; seen: number }) =>
    `The document is at version ${now}, you have seen ${seen}. Look at it again.`,
  see_to: ({ name, message }: { name: string; message: string }) => `Make “${name}”: ${message.replace(/\.$/, '')}.`,
  no_template: ({ path }: { path: string }) => `There is no file ${path}.`,
  put_template: ({ path }: { path: string }) => `Put ${path} beside pipelines.yaml, or name the file that is there.`,
  save_as_docx: 'Open it in Word and save it as a document (.docx), without macros.',
  no_docx: ({ path, why }: { path: string; why: UnfitReason }) => `${path} ${unfit[why]}.`,
  template_fault: ({ path, inPart, paragraph, row, around, is, written }: TemplateWords) =>
    `${path}, ${parts[inPart]}paragraph ${paragraph}${row === 0 ? '' : ` (table row ${row})`} “${around}”: ${faults[is](written)}.`,
  not_filled: ({ path, names }: { path: string; names: readonly string[] }) =>
    `${path} prints ${names.join(', ')}, and nobody has to fill that in before.`,
  add_needs: ({ names }: { names: readonly string[] }) =>
    `Add “needs: [${names.join(', ')}]”, or put the words around between {#field} and {/field}.`,
  did_you_mean: ({ text }: { text: string }) => `Did you mean “${text}”?`,
  it_can_be: ({ known }: { known: readonly string[] }) => `It can be: ${known.join(', ')}.`,
  within_list: ({ text }: { text: string }) => `It is known within {#${text}} … {/${text}} alone.`,
  close_first: ({ text }: { text: string }) => `Close {/${text}} before.`,
  see_words: ({ is }: { is: TemplateFaultKind }) => mends[is],
} as const

/** Why a file is no template. */
export type UnfitReason =
  | 'no_zip'
  | 'cut'
  | 'encrypted'
  | 'too_large'
  | 'too_much_inside'
  | 'too_many'
  | 'too_dense'
  | 'no_text'
  | 'macros'
  | 'entities'
  | 'text_no_text'
  | 'text_empty'
  | 'text_too_long'

type TemplateWords = {
  path: string
  inPart: 'text' | 'header' | 'footer' | 'notes' | 'drawing'
  paragraph: number
  /** 0 outside of tables. */
  row: number
  around: string
  is: TemplateFaultKind
  written: string
}

const parts: Readonly<Record<TemplateWords['inPart'], string>> = {
  text: '',
  header: 'head of the page, ',
  footer: 'foot of the page, ',
  notes: 'notes, ',
  drawing: 'chart or diagram, ',
}

const unfit: Readonly<Record<UnfitReason, string>> = {
  no_zip: 'is not a Word document (.docx)',
  cut: 'is damaged: it breaks off or contradicts itself',
  encrypted: 'is protected by a password',
  too_large: 'is too large',
  too_much_inside: 'holds more than 100 MB',
  too_many: 'holds more than 2,000 parts',
  too_dense: 'is packed as no document is: it would burst',
  no_text: 'is not a Word document: it has no text',
  macros: 'holds macros',
  entities: 'declares entities of its own, which no Word document does',
  text_no_text: 'is not plain text: save it as UTF-8',
  text_empty: 'is empty',
  text_too_long: 'is longer than 200 kB',
}

const faults: Readonly<Record<TemplateFaultKind, (written: string) => string>> = {
  unclosed_tag: () => 'a brace is opened and not closed',
  unopened_tag: () => 'a brace is closed that was not opened',
  doubled_tag: (written) => `${written} has two braces, one is meant`,
  odd_tag: (written) => `${written} says nothing that a template can say`,
  unclosed_part: (written) => `{#${written}} has no end`,
  unopened_end: (written) => `{/${written}} ends what was not begun`,
  crossed_parts: (written) => `{/${written}} ends while something within is open`,
  part_place: (written) => `{#${written}} begins in one place of a table and ends in another`,
  unknown_field: (written) => `there is no field ${written}`,
  unknown_format: (written) => `there is no way of printing “${written}”`,
  format_not_for: (written) => `${written} does not go together`,
  list_as_value: (written) => `${written} is a list, not a value`,
  never_empty: (written) => `${written} is always there, so the condition always holds`,
  unprinted: (written) => `${written} would be printed as it stands: nothing is filled in here`,
  merge_field: (written) => `the merge field ${written} of Word would stay as it is`,
}

const mends: Readonly<Record<TemplateFaultKind, string>> = {
  unclosed_tag: 'Write “}” behind the name.',
  unopened_tag: 'Write “{” before the name, or take the brace out.',
  doubled_tag: 'Leave one brace on each side.',
  odd_tag: 'Between braces stands a name, and perhaps “|” and a way of printing.',
  unclosed_part: 'Write its end: “/” and the same name in braces.',
  unopened_end: 'Write its beginning before it: “#” and the same name in braces.',
  crossed_parts: 'What is opened last is closed first.',
  part_place: 'Put both into rows of one table, into one cell, or outside of the table.',
  unknown_field: 'Write the id of a field of the deal, or client., seller., invoice. and a name: docs/documents.md.',
  unknown_format: 'Ways of printing: money, words, long, short, genitive, percent.',
  format_not_for: 'money and words are for sums, long for days, short and genitive for names, percent for rates.',
  list_as_value: 'Write {#lines} … {/lines} around what is printed of each line.',
  never_empty: 'Take the condition out.',
  unprinted: 'Write it into the text, a table, a text box, a head, a foot or a note.',
  merge_field: 'Take the field out and write a name in braces in its place, such as {client.name}.',
}
