import { expect, test } from 'vitest'

import { companyName, companyNamesAgree, formsDiffer } from '#clients/domain/matching/company-names'
import { personName, personNamesAgree } from '#clients/domain/matching/person-names'

const oneName = { company: 0.75, person: 0.7 }

test.each([
  ['ООО «Зелёный мир»', 'зеленый мир, ООО'],
  ['ООО «Кабельный завод»', 'ООО «Кабелный завод»'],
  ['ООО «Маяк»', 'ОООО «Маяк»'],
  ['Торг Снаб', 'ТоргСнаб'],
  ['ИП Котов Пётр Ильич', 'Котов П. И. (ИП)'],
  ['ООО «Ромашка»', 'Romashka'],
])('companies %s and %s bear one name', (one, other) => {
  expect(companyNamesAgree(companyName(one), companyName(other))).toBeGreaterThanOrEqual(oneName.company)
})

test.each([
  ['ООО «Вектор Сервис»', 'ООО «Вектор Юг»'],
  ['ООО «Вектор»', 'ООО «Вектор Юг»'],
  ['Globex Labs 12', 'Globex Labs 21'],
  ['ООО «Маяк»', 'ООО «Парус»'],
  ['', 'ООО «Парус»'],
])('companies “%s” and “%s” bear two', (one, other) => {
  expect(companyNamesAgree(companyName(one), companyName(other))).toBeLessThan(oneName.company)
})

test('companies of two legal forms are told apart, but not of two that a law made one', () => {
  expect(formsDiffer(companyName('ООО «Маяк»'), companyName('АО «Маяк»'))).toBe(true)
  expect(formsDiffer(companyName('ЗАО «Маяк»'), companyName('ПАО «Маяк»'))).toBe(false)
  expect(formsDiffer(companyName('Маяк'), companyName('ПАО «Маяк»'))).toBe(false)
})

test.each([
  ['Орлова Анна Петровна', 'анна петровна орлова'],
  ['Орлова Анна Петровна', 'Анна Орлова'],
  ['Орлова Анна Петровна', 'Орлова А. П.'],
  ['Орлова Анна Петровна', 'Анна Петровна'],
  ['Орлова Анна Петровна', 'Орлва Анна Петровна'],
  ['Орлова Анна Петровна', 'Орлов Анна Петровна'],
  ['Фёдоров Артём', 'Федоров Артем'],
])('people %s and %s may be one', (one, other) => {
  expect(personNamesAgree(personName(one), personName(other))).toBeGreaterThanOrEqual(oneName.person)
})

test.each([
  ['Орлова Анна Петровна', 'Белова Анна Петровна'],
  ['Орлов Александр', 'Орлова Александра'],
  ['Орлов Сергей Сергеевич', 'Орлова Анна Сергеевна'],
  ['Орлова Анна', 'Анна'],
  ['Орлова Анна', 'Котов Пётр'],
  ['', 'Котов Пётр'],
])('people “%s” and “%s” are not linked by their names', (one, other) => {
  expect(personNamesAgree(personName(one), personName(other))).toBeLessThan(oneName.person)
})
