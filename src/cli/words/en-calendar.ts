import { counted, meantEn } from './lists'

type Named = { readonly code: string; readonly name: string }

/** What `norma due` and `norma holidays` say beside their answers. */
export const enCalendar = {
  // due
  calendar: ({ id, guess, known }: { id: string; guess?: string | undefined; known: readonly string[] }) =>
    `There is no calendar “${id}”.${meantEn(guess)} There are: ${known.join(', ') || 'none but the company’s'}.`,
  time: ({ option, written }: { option: string; written: string }) =>
    `${option} takes a time such as "2026-12-30 16:30" or 2026-12-30T13:30:00Z, not “${written}”.`,
  field_moment: ({ field, written }: { field: string; written: string }) =>
    `--field ${field} takes a day and a time such as “2027-01-11 16:30”, you wrote “${written}”.`,
  field_day: ({ field, written }: { field: string; written: string }) =>
    `--field ${field} takes a day such as 2027-01-11, not “${written}”.`,
  counted_from: ({ name, written, option }: { name: string; written: string; option: string }) =>
    `It is counted from “${name}”, not from “${written}”: ${option} ${name}=…`,
  counted_from_field: ({ field }: { field: string }) => `It is counted from “${field}”: --field ${field}=2027-01-11`,
  due_not_promised: ({ name }: { name: 'call_back' | 'answer' }) =>
    name === 'call_back'
      ? 'The file promises no call-back: write call_back under calls.missed, or type a length such as "15 working minutes".'
      : 'The file promises no answer to messages: write answer under messages, or type a length such as "30 working minutes".',
  due_task: ({ expression, task }: { expression: string; task: string }) =>
    `“${expression}” counts from the task “${task}” being done. Say when that was: --task-done "2026-12-30 16:30"`,
  due_event: ({ expression, event, name }: { expression: string; event: string; name: string }) =>
    `“${expression}” counts from the event “${event}” (${name}). Say when that was: --event "2026-12-30 16:30"`,
  due_field: ({ expression, field, name }: { expression: string; field: string; name: string }) =>
    `“${expression}” counts from the date in “${field}” (${name}). Say which it is: --field ${field}=2027-01-11`,
  due_stray: ({ expression, option }: { expression: string; option: string }) =>
    `“${expression}” does not count from what ${option} says. Leave ${option} out.`,
  // holidays
  year: ({ written, first, last }: { written: string; first: number; last: number }) =>
    `“${written}” is not a year from ${first} to ${last}. Write a year such as 2027.`,
  country: ({ id, guess }: { id: string; guess?: Named | undefined }) =>
    `There is no country “${id}”. ${guess === undefined ? 'Write two letters, such as RU, KZ or DE.' : `Did you mean ${named(guess)}?`}`,
  no_regions: ({ country }: { country: string }) => `No regions of ${country} are known: leave --region out.`,
  region: ({
    id,
    country,
    guess,
    known,
  }: {
    id: string
    country: string
    guess?: Named | undefined
    known: readonly Named[]
  }) =>
    `There is no region “${id}” of ${country}. ${guess === undefined ? `It can be: ${known.map(named).join(', ')}.` : `Did you mean ${named(guess)}?`}`,
  calendar_faulty: ({ file }: { file: string }) =>
    `${file} has faults, so nothing was written into it. See them with: norma check ${file}`,
  calendar_by_hand: ({ file }: { file: string }) =>
    `The calendar of ${file} is written in a way that cannot be added to by itself. Put the days in by hand.`,
  days_off: ({ country, year, count }: { country: string; year: number; count: number }) =>
    `${country} ${year}: ${counted(count, 'day')} off that would be worked otherwise.`,
  weekdays: 'Sun Mon Tue Wed Thu Fri Sat',
  days_worked: 'Weekend days that are worked:',
  days_anyway: 'Left out, because these days are not worked anyway:',
  days_partial: 'Left out, because they are off only for a part of the day; see “short_days”:',
  unsure: 'What this list does not know:',
  unsure_decisions: 'Decisions for this one year are not in the list: compare it with the official calendar.',
  unsure_regions: ({ codes }: { codes: readonly string[] }) =>
    `Only what holds in the whole country. For a region add --region, one of: ${codes.join(', ')}.`,
  unsure_shorter: 'The working day before a holiday is an hour shorter by law: write such days under “short_days”.',
  unsure_resolution: ({ year }: { year: number }) =>
    `The government’s resolution for ${year} is not known to this version: it moves the weekend days of the January holidays, and may make Saturdays working days. Compare with the official production calendar.`,
  for_calendar: 'For the calendar of pipelines.yaml:',
  or_written: ({ file, country, year }: { file: string; country: string; year: number }) =>
    `Or let it be written into ${file}: norma holidays ${country} ${year} --write`,
  days_there: ({ file }: { file: string }) => `${file} has all of these days already.`,
  days_written: ({ file, off, worked }: { file: string; off: number; worked: number }) =>
    `Wrote ${counted(off, 'holiday')} and ${counted(worked, 'extra working day')} into ${file}.`,
}

function named({ code, name }: Named): string {
  return `${code} (${name})`
}
