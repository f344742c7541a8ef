import { expect, test } from 'vitest'
import { projectSchema } from '#config/schema/project-schema'
import { schemaTextInRussian } from '#config/schema/russian'

/** A file whose own names hold no Latin letter, so that whatever is English comes from Norma. */
const text = `version: 1
roles:
  lawyer: Юрист
fields:
  due_day: { type: date, name: День }
  kind: { type: choice, name: Вид, options: { a: Первый, b: Второй } }
  paper: { type: file, name: Бумага }
  rate: { type: percent, name: Доля }
  count: { type: number, name: Число }
  sure: { type: yes_no, name: Точно }
  words: { type: text, name: Слова }
events:
  signed: Подписано
stages:
  first:
    name: Первый этап
    tasks:
      call: { do: Позвонить, by: owner, due: 1 working day }
      write: { do: Написать, by: lawyer, due: 1 working day after call }
`

test('everything that is offered and explained is said in Russian, too', () => {
  const english = new Set<string>()
  const look = (schema: unknown): void => {
    if (Array.isArray(schema)) return schema.forEach(look)
    if (typeof schema !== 'object' || schema === null) return
    for (const [key, value] of Object.entries(schema)) {
      const isSaid = key === 'markdownDescription' || key === 'enumDescriptions' || key === 'description'
      for (const said of isSaid ? [value].flat() : []) {
        for (const part of typeof said === 'string' ? said.split('\n\n') : []) english.add(part)
      }
      look(value)
    }
  }
  look(projectSchema(text))

  const left = [...english].filter((said) => {
    const russian = schemaTextInRussian(said)
    // Words of the language itself, names of built-in fields and of countries stay; a sentence without a Russian letter does not.
    return !/[а-яё]/i.test(russian) && !/^(?:[a-z_0-9 ,%:]+|[A-Z]{2})$/.test(russian)
  })
  expect(left).toEqual([])
})
