import { thingEn, type Thing } from './things'

/** Names there are, the nearest first where one is near. */
export type Offer = { readonly guess?: string | undefined; readonly known: readonly string[] }

/** What is wrong with a mapping file, and what to write instead. */
export const enMapping = {
  yaml: ({ text }: { text: string }) => text,
  mapping_empty: 'The mapping is empty. Begin with “version: 1”.',
  version_missing: 'A mapping begins with “version: 1”.',
  inputs_missing: 'A mapping has “inputs”: a list of files and what is in them.',
  kind_missing: ({ kinds }: { kinds: readonly string[] }) => `Every input says its kind: ${kinds.join(', ')}.`,
  file_unnamed: 'Every input names its file.',
  key_unknown: ({ key, thing, ...offer }: Offer & { readonly key: string; readonly thing: Thing }) =>
    `There is no key “${key}” in ${thingEn(thing)}. ${offerEn(offer)}`,
  word_unknown: ({ text, key, ...offer }: Offer & { readonly text: string; readonly key: string }) =>
    `“${text}” cannot be ${key}. ${offerEn(offer)}`,
  not_keys: ({ thing }: { thing: Thing }) => `Write ${thingEn(thing)} as keys with values, one a line.`,
  not_text: ({ thing }: { thing: Thing }) => `Write ${thingEn(thing)} as one text.`,
  no_value: ({ key }: { key: string }) => `“${key}” has no value.`,
  lookup_lacks: ({ lookup, key }: { lookup: string; key: string }) =>
    `The lookup “${lookup}” lacks “${key}”: it needs file, from and to.`,
  lookup_unknown: ({ lookup, ...offer }: Offer & { readonly lookup: string }) =>
    `There is no lookup “${lookup}” in this mapping. ${offerEn(offer)}`,
  source_unsaid: ({ thing }: { thing: Thing }) =>
    `Say where ${thingEn(thing)} comes from: one of column, text (with {columns} in it) or value (the same for all).`,
  otherwise_alone: '“otherwise” is for values that “map” or “lookup” does not know: add one of them, or take it away.',
  not_whole: ({ key }: { key: string }) => `“${key}” is a whole number of 1 or more.`,
  factor: 'A factor is a whole number of 1 or more, such as 1000 for a file in thousands.',
  dates: ({ text }: { text: string }) =>
    `“${text}” does not say how dates are written. Write it such as YYYY-MM-DD, DD.MM.YYYY, M/D/YYYY h:mm A, D MMM YYYY (a month by its name), DD.MM.YYYY* (whatever stands behind the day) or excel (days as Excel counts them).`,
  delimiter: ({ text }: { text: string }) =>
    `“${text}” cannot be a delimiter. Write one character, such as ";" or "|", or the word tab.`,
  // deals
  no_external_id:
    '“external_id” is missing: what tells a deal from all others, so that a second run makes none again. Name a column, or put columns together: “crm:{Number}”.',
  no_title: '“title” is missing: what people call the deal, such as “Order {Number}”.',
  no_owner:
    '“owner” is missing: who owns the deal. Name a column (with “as: id” when it holds names), or write { value: an employee id }.',
  no_pipeline:
    '“pipeline” is missing: the direction of the deal. Name a column (with a map), or write { value: a direction of pipelines.yaml }.',
  no_closed: '“closed” is missing: the day on which deals were won or lost. Name a column.',
  no_created: '“created” is missing: the day on which deals were made. Name a column.',
  amount_beside: 'Write “amount” beside “fields”, not among them.',
  outcome_meaning: 'Say what each value of the column means: “map: { Won: { won: yes }, Lost: { lost: a reason } }”.',
  won_and_lost: 'A deal is either won or lost: keep one of them.',
  lost_reason: ({ reasons }: { reasons: readonly string[] }) =>
    `A lost deal has a reason: write “lost: REASON” (${reasons.join(', ')}), or add “reason”.`,
  // employees
  no_employee_id: '“id” is missing: the employee’s id. A name becomes one by { column: Name, as: id }.',
  no_employee_name: '“name” is missing: what the employee is called. Name a column.',
  no_department_id: '“id” is missing: the department’s id. Name a column, or write { value: an id }.',
  no_department_name: '“name” is missing: what the department is called. Name a column, or write { value: a name }.',
  no_head_id: '“id” is missing: the id of who leads the department.',
  no_head_name: '“name” is missing: what the one who leads the department is called.',
  // targets
  no_target_id: ({ scope }: { scope: string }) =>
    `“id” is missing: whose target it is (scope: ${scope}). Name a column, or write { value: an id }.`,
  no_period:
    '“period” is missing: the period of the target. Name a column with 2026-11, 2026-Q4, 2026-H2 or 2026, or with dates (and “period_of: month”).',
  no_target_value: '“value” is missing: how much is planned. Name a column.',
  company_id: 'A target of the company has no “id”: take it away.',
  wide_twice: ({ key }: { key: string }) => `“${key}” and “wide” say the same twice: keep one of them.`,
  wide_columns: "Write in “wide” the columns, each with its period: “columns: { M01: '{Year}-01', M02: '{Year}-02' }”.",
  // against the rules and the files
  rules_know_no: ({
    thing,
    id,
    ...offer
  }: Offer & { readonly thing: 'stage' | 'direction' | 'role' | 'field' | 'lost reason'; readonly id: string }) =>
    `The rules know no ${thing} “${id}”. ${offerEn(offer)}`,
  column_twice: ({ file, column }: { file: string; column: string }) =>
    `${file} has several columns “${column}”, and it cannot be told which is meant. Call them differently in the file.`,
  column_unknown: ({ file, column, ...offer }: Offer & { readonly file: string; readonly column: string }) =>
    `${file} has no column “${column}”. ${offerEn(offer)}`,
}

function offerEn({ guess, known }: Offer): string {
  const all = known.length === 0 ? 'There are none.' : `Write one of: ${known.join(', ')}.`
  return guess === undefined ? all : `Did you mean “${guess}”? ${all}`
}
