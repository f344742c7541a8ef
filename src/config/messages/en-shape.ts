import { formulaWords } from '#domain/formula/formula-says'
import type { FormulaSays } from '#domain/formula/formula-says'
import type { FieldType } from '#schemas/model'
import type { Shape } from '#config/shape/shape'

/** English: keys, values and ids that cannot stand where they stand. */
export const enShape = {
  'version-unknown': ({ text }: { readonly text: string }) =>
    `Version “${text}” of this language is not known; there is only version 1.`,
  'nothing-after': ({ name }: { readonly name: string }) => `Nothing is written after “${name}”.`,
  'write-or-leave': () => 'Write a value, or leave the line out.',
  'bad-word': ({
    text,
    name,
    words,
  }: {
    readonly text: string
    readonly name: string
    readonly words: readonly string[]
  }) => `“${text}” cannot stand after “${name}”; it is one of ${quoted(words)}.`,
  'write-one-of': ({ words }: { readonly words: readonly string[] }) => `Write one of: ${words.join(', ')}.`,
  lookalike: ({ text }: { readonly text: string }) =>
    `“${text}” is written with letters of another alphabet that look like Latin ones.`,
  'invisible-in-word': ({ text }: { readonly text: string }) => `There is a sign in “${text}” that cannot be seen.`,
  'quotes-in-word': ({ text }: { readonly text: string }) => `“${text}” needs no quotes of this kind.`,
  'another-file': ({ names }: { readonly names: readonly string[] }) =>
    `This is not a file of rules: it begins with ${quoted(names)}, and none of its keys is a section of rules.`,
  'key-means-nothing': ({ key, under }: { readonly key: string; readonly under: string }) =>
    `“${key}” means nothing ${within(under)}.`,
  'can-stand': ({ known }: { readonly known: readonly string[] }) => `What can stand here: ${known.join(', ')}.`,
  'key-missing': ({ key, under, says }: { readonly key: string; readonly under: string; readonly says: string }) =>
    `“${key}” is missing ${within(under)}. ${says}`,
  reserved: ({ id }: { readonly id: string }) => `“${id}” is a word of the language itself and cannot be a name here.`,
  'choose-another': ({ id }: { readonly id: string }) => `Choose another one, such as “${id}”.`,
  'event-is-task': ({ id }: { readonly id: string }) =>
    `“${id}” is a task already, so it would not be clear which of the two is counted from.`,
  'event-is-field': ({ id }: { readonly id: string }) =>
    `“${id}” is a date field already, so it would not be clear which of the two is counted from.`,
  'list-without-brackets': ({ name }: { readonly name: string }) =>
    `“${name}” has several names, but not the brackets of a list around them.`,
  'bad-id': ({ id, most }: { readonly id: string; readonly most: number }) =>
    `“${id}” cannot be an id: ids are small Latin letters, digits and “_”, begin with a letter and have at most ${most} signs.`,
  'choose-id': () => 'Choose an id such as “first_call” and keep the words people read in “name”.',
  empty: ({ name, shape }: { readonly name: string; readonly shape: Shape }) =>
    `${subject(name)} is empty; it needs ${wanted(shape)}.`,
  'write-under': () => 'Write what belongs here, or leave the line out.',
  'begin-file': () => 'Begin with “version: 1” and the sections; “norma init” makes a first file.',
  'wrong-kind': ({ name, shape, given }: { readonly name: string; readonly shape: Shape; readonly given: Given }) =>
    `${subject(name)} needs ${wanted(shape)}, but ${standing(given)} stands there.`,
  'leave-dash': () => 'Leave the “- ” out: begin every line with an id and a colon.',
  'write-what': ({ shape }: { readonly shape: Shape }) => `Write ${wanted(shape)}.`,
  'nothing-for-event': ({ key, on }: { readonly key: string; readonly on: string }) =>
    `“${key}” means nothing for “${on}”.`,
  'rule-without-field': ({ rule }: { readonly rule: string }) => `“${rule}” does not say which field has to change.`,
  'two-actions': ({ keys }: { readonly keys: readonly string[] }) =>
    `${keys.map((key) => `“${key}”`).join(' and ')} stand in one line of “do”; every action needs its own.`,
  'own-dash': () => 'Begin every action with a “- ” of its own.',
  'set-computed': ({ field }: { readonly field: string }) => `“${field}” is computed and cannot be set.`,
  'set-sources': () => 'Set the fields it is computed from.',
  'no-zone': ({ text }: { readonly text: string }) => `There is no time zone “${text}”.`,
  'write-zone': () => 'Write continent and city, such as “Europe/Moscow”.',
  'not-weekdays': ({ text }: { readonly text: string }) => `“${text}” is not a day of the week or a span of them.`,
  'week-otherwise': ({ text }: { readonly text: string }) =>
    `Days of the week are written in other words here: “${text}”.`,
  'write-weekdays': () => 'Write days such as “mon-fri” or “[mon, wed, fri]”.',
  'hours-overlap': ({ hours }: { readonly hours: string }) =>
    `The hours ${hours} begin before the ones before them have ended.`,
  'write-intervals': () => 'Write intervals that follow each other, such as “09:00-13:00, 14:00-18:00”.',
  'not-hours': ({ text }: { readonly text: string }) => `“${text}” is not a span of opening hours.`,
  'hours-no-time': ({ text }: { readonly text: string }) => `“${text}” begins and ends at the same time.`,
  'write-hours': () => 'Write hours such as “09:00-18:00”; the end may be “24:00”, and “22:00-06:00” is a night shift.',
  'not-a-day': ({ text }: { readonly text: string }) => `“${text}” is not a day of the calendar.`,
  'day-otherwise': ({ text }: { readonly text: string }) => `“${text}” is a day, but days are written year-month-day.`,
  'day-range': ({ text }: { readonly text: string }) => `“${text}” is a range; every day is written by itself.`,
  'write-day': ({ day }: { readonly day: string }) => `Write year, month and day, such as “${day}”.`,
  'any-needs-list': () => '“any” needs a list of conditions.',
  'any-inside': () => 'An item of “any” cannot have an “any” of its own.',
  'write-flat': ({ items }: { readonly items: string }) => `Write “${items}” in place of this item.`,
  'any-item': () => 'Every item of “any” is a condition, “field: value”.',
  'line-needs-value': ({ key }: { readonly key: string }) => `“${key}” needs a value, or a list of values.`,
  'write-value-or-list': ({ key }: { readonly key: string }) => `Write “${key}: value” or “${key}: [a, b]”.`,
  'list-needs-values': ({ key }: { readonly key: string }) => `“${key}” needs single values in its list.`,
  'computed-written': ({ key }: { readonly key: string }) =>
    `A field with a “formula” is computed: nobody writes it, so “${key}” means nothing here.`,
  'leave-or-no-formula': () => 'Leave it out, and say it of the fields that the formula reads.',
  'field-built-in': ({ field }: { readonly field: string }) => `“${field}” is built in and need not be declared.`,
  'leave-or-other-id': () => 'Leave the line out, or choose another id.',
  'option-twice': ({ text }: { readonly text: string }) => `The option “${text}” is listed twice.`,
  'nothing-to-choose': ({ field }: { readonly field: string }) =>
    `“${field}” is a choice, but there is nothing to choose from.`,
  'links-nowhere': ({ field }: { readonly field: string }) =>
    `“${field}” names another deal, but it is not said of which direction.`,
  'bad-option': ({ text }: { readonly text: string }) =>
    `“${text}” cannot be an option: options are small Latin letters, digits and “_”, and not “filled”, “empty” or “not”.`,
  'choose-another-word': () => 'Choose another word.',
  'write-or-keep': ({ better, text }: { readonly better: string; readonly text: string }) =>
    `Write “${better}”, or “${better}: ${text}” to keep the wording.`,
  'nothing-for-type': ({ key, type }: { readonly key: string; readonly type: FieldType }) =>
    `“${key}” means nothing for a field of the type “${type}”.`,
  'leave-or-type': ({ types }: { readonly types: readonly FieldType[] }) =>
    `Leave it out, or choose one of the types ${types.join(', ')}.`,
  formula: ({ says }: { readonly says: FormulaSays }) => formulaWords(says),
  'formula-begins': () => 'A formula begins without “=”.',
  'formula-percent': () => 'A formula knows no percent sign: behind “%” it divides and takes the rest.',
  'formula-example': () =>
    'Write a formula such as “paid / amount * 100”: field ids without quotes, numbers, and signs between them.',
  'divides-by-zero': () => 'A division by zero gives no number.',
  'divide-otherwise': () => 'Divide by a field, or by a number other than 0.',
  'formula-circle': ({ field }: { readonly field: string }) =>
    `The formula of “${field}” goes round in a circle: it needs the value of “${field}” itself.`,
  'compute-from-filled': () => 'Compute it from fields that people fill.',
  'step-does-nothing': () => 'This step does nothing: it says neither whom to notify nor whom to give it to.',
  'not-an-old-name': ({ key }: { readonly key: string }) => `“${key}” is not an old name.`,
  'write-old-name': () => 'Write a stage, “pipeline.stage”, “roles.x”, “fields.x.option” or “pipelines.x”.',
  'chance-no-percent': ({ text }: { readonly text: string }) => `The chance “${text}” has no “%”.`,
  'not-a-chance': ({ text }: { readonly text: string }) =>
    `“${text}” is not a chance: it is a percentage from 0% to 100%.`,
  'write-chance': () => 'Write a percentage such as “50%”.',
  'no-percent': ({ text }: { readonly text: string }) => `“${text}” has no “%”.`,
  'not-a-pace': ({ text }: { readonly text: string }) => `“${text}” is not a percentage of the pace.`,
  'axes-missing': ({ pipeline, axes }: { readonly pipeline: string; readonly axes: readonly string[] }) =>
    `“${pipeline}” does not say where it stands on ${quoted(axes)}; reports and plans could not add it up.`,
} as const

/** What stands in a place, in general. */
export type Given = { readonly kind: 'scalar' | 'list' | 'map'; readonly text: string }

function quoted(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(', ')
}

function within(name: string): string {
  return name === '' ? 'at the top of the file' : `under “${name}”`
}

function subject(name: string): string {
  return name === '' ? 'The file' : `“${name}”`
}

function standing({ kind, text }: Given): string {
  if (kind === 'scalar') return `the single value “${text}”`
  return kind === 'list' ? 'a list' : 'a block of “key: value” lines'
}

function wanted(shape: Shape): string {
  switch (shape.is) {
    case 'value':
      return shape.what
    case 'words':
      return `one of ${quoted(shape.words)}`
    case 'list':
      return 'a list (lines that begin with “- ”, or [a, b])'
    case 'block':
      return `lines of “key: value” such as ${quoted(Object.keys(shape.keys).slice(0, 3))}`
    case 'table':
      return 'lines of “id: …”'
    case 'one_of':
      return [shape.value, shape.list, shape.block]
        .flatMap((part) => (part === undefined ? [] : [wanted(part)]))
        .join(' or ')
  }
}
