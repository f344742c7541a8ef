import type { FieldType } from '#schemas/model'

const all: Readonly<Record<FieldType, true>> = {
  text: true,
  number: true,
  money: true,
  percent: true,
  date: true,
  date_time: true,
  person: true,
  link: true,
  choice: true,
  yes_no: true,
  file: true,
}

/** Every kind of value that a field of a deal may hold, in the order in which help names them. */
export const fieldTypes = Object.keys(all) as readonly FieldType[]
