import { expect, test } from 'vitest'

import { withForms } from '#documents/usecases/genitives'
import type { PrintedValue } from '#schemas/documents/printed'
import { isZipFault, unpackZip } from '#usecases/files/unpack-zip'
import { templateOf } from './template-files'

const known: readonly (readonly [name: string, genitive: string])[] = [
  ['Примеров Пётр Петрович', 'Примерова Петра Петровича'],
  ['Живаго Юрий Андреевич', 'Живаго Юрия Андреевича'],
  ['Черных Анна Ивановна', 'Черных Анны Ивановны'],
  ['Шевченко Тарас Григорьевич', 'Шевченко Тараса Григорьевича'],
  ['Ким Сергей Владимирович', 'Кима Сергея Владимировича'],
  ['Ким Елена Сергеевна', 'Ким Елены Сергеевны'],
  ['Салтыков-Щедрин Михаил Евграфович', 'Салтыкова-Щедрина Михаила Евграфовича'],
  ['Шишкина Любовь Львовна', 'Шишкиной Любови Львовны'],
  ['Мовсисян Армен Рубенович', 'Мовсисяна Армена Рубеновича'],
  ['генеральный директор', 'генерального директора'],
  ['исполняющий обязанности директора', 'исполняющего обязанности директора'],
  ['директор по продажам', 'директора по продажам'],
  ['председатель правления', 'председателя правления'],
  ['Устав', 'Устава'],
  ['доверенность № 12', 'доверенности № 12'],
  ['John Smith', 'John Smith'],
]

async function suggested(text: string) {
  const parts = unpackZip(templateOf('в лице {seller.signer|genitive}'))
  if (isZipFault(parts)) throw new Error(parts.is)
  const value: PrintedValue = ['text', text]
  const printed = { language: 'ru', values: { 'seller.signer': value }, lists: {} } as const
  return (await withForms(printed, parts, { before: [], confirmed: {} })).forms['seller.signer']
}

test.each(known)('%s is suggested as %s', async (name, genitive) => {
  expect((await suggested(name))?.form).toBe(genitive)
})

test('whatever is suggested is looked at by somebody, but what does not change at all', async () => {
  const open = await Promise.all(known.map(async ([name]) => (await suggested(name))?.isConfirmed))

  expect(open.filter(Boolean)).toHaveLength(1)
})
