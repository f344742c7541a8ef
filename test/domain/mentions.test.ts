import { expect, test } from 'vitest'

import { mentionsIn, piecesOf } from '#domain/attached/mentions'

const people = [
  { id: 'anna', name: 'Анна Смирнова', active: true },
  { id: 'anna.2', name: 'Анна', active: true },
  { id: 'boris', name: 'Борис Ли', active: true },
  { id: 'boris.2', name: 'Борис Ли', active: true },
  { id: 'pavel', name: 'Павел Чудной', active: true },
  { id: 'igor', name: 'Игорь', active: true },
  { id: 'petr', name: 'Пётр О’Нил (мл.)', active: true },
  { id: 'sergey', name: 'Сергей-Юрий', active: true },
  { id: 'andrew', name: 'Андрей Фомин', active: true },
  { id: 'andrea', name: 'Андреа Фомин', active: true },
  { id: 'john', name: 'John Smith-Jones', active: true },
  { id: 'gone', name: 'Глеб Старый', active: false },
]

test.each([
  ['@Анна Смирнова посмотрите', ['anna']],
  ['@анна смирнова, посмотрите', ['anna']],
  ['@Анна, посмотрите', ['anna.2']],
  ['@anna посмотрите', ['anna']],
  ['@Борис Ли и @Анна', ['boris', 'boris.2', 'anna.2']],
  ['@Анна Смирнова и ещё раз @Анна Смирнова', ['anna']],
  ['@Глеб Старый', []],
  ['пишите на anna@anna', []],
  ['@Аннабелла', []],
  ['@Анну Смирнову спросите', ['anna']],
  ['передайте @Анне Смирновой.', ['anna']],
  ['@Анной', ['anna.2']],
  ['@Борису Ли', ['boris', 'boris.2']],
  ['@Борисов', []],
  ['скажите @Павлу Чудному, @Игорю и @Петру О’Нилу (мл.)', ['pavel', 'igor', 'petr']],
  ['@Сергея-Юрия', ['sergey']],
  ['@Андрею Фомину', ['andrew', 'andrea']],
  ['@Андрей Фомин', ['andrew']],
  ["@John Smith-Jones's", ['john']],
  ['@Johnny', []],
  ['@Глебу Старому', []],
  ['(@Анна)', ['anna.2']],
  ['@', []],
  ['', []],
])('%j names %j', (text, ids) => {
  expect(mentionsIn(text, people)).toEqual(ids)
})

test('a text is shown in pieces that add up to it', () => {
  const text = 'Итак, @Анна Смирнова: счёт на a@b.example, @Борис Ли!'
  const pieces = piecesOf(text, people)

  expect(pieces.map((piece) => piece.text).join('')).toBe(text)
  expect(pieces.flatMap((piece) => piece.employee ?? [])).toEqual(['anna', 'boris'])
})
