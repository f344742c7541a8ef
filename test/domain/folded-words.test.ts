import { expect, test } from 'vitest'

import { foldedWords } from '#domain/kernel/folded-words'
import { namedCompany } from '#domain/kernel/legal-form'

test.each([
  ['«Зелёный мир»', ['зеленый', 'мир']],
  ['OOO «Ромашка»', ['ооо', 'ромашка']],
  ['Cевеpный Bектop', ['северный', 'вектор']],
  ['Йогурт-Мед 2000', ['йогурт', 'мед', '2000']],
  ['Café  “Acme”', ['cafe', 'acme']],
  ['XOP', ['xop']],
  ["O'Brien", ['obrien']],
  ['…', []],
])('the words of %s', (text, words) => {
  expect(foldedWords(text)).toEqual(words)
})

test.each([
  ['ООО «Ромашка»', ['ромашка'], 'ооо'],
  ['Ромашка, ООО', ['ромашка'], 'ооо'],
  ['Общество с ограниченной ответственностью "Ромашка"', ['ромашка'], 'ооо'],
  ['Публичное акционерное общество «Вега»', ['вега'], 'ао'],
  ['И.П. Котов Пётр', ['котов', 'петр'], 'ип'],
  ['Globex Limited Liability Company', ['globex'], 'llc'],
  ['ООО', ['ооо'], undefined],
  ['Романтика', ['романтика'], undefined],
])('%s without its legal form', (name, words, form) => {
  expect(namedCompany(name)).toEqual({ words, ...(form === undefined ? {} : { form }) })
})
