import { oddSignRu } from '#domain/kernel/texts/odd-sign-ru'

import type { FaultWords } from './fault-words'

/** The same in Russian. A name stands in quotation marks: it is that of the API and not declined. */
export const faultWordsRu: FaultWords = {
  body: 'Тело запроса',
  query: 'Строка запроса',
  nothing: 'ничего',
  list: 'список',
  object: 'объект',
  kinds: {
    string: 'текст',
    number: 'число',
    integer: 'целое число',
    boolean: 'true или false',
    object: 'объект',
    array: 'список',
    null: 'null',
  },
  or: ' или ',
  patterns: {
    '^[A-Z]{3}$': 'три заглавные латинские буквы, например RUB',
    '^[a-z][a-z0-9_]{0,63}$': 'строчные латинские буквы, цифры и _, первая – буква',
    '^[a-z][a-z0-9_.-]{0,63}$': 'строчные латинские буквы, цифры, _ . и -, первая – буква, не больше 64 знаков',
    '^\\d{4}-(0[1-9]|1[0-2])$': 'месяц, например 2026-11',
    '^-?\\d{1,20}$': 'номер чата, например 123456789',
    '^[a-z0-9](?:[a-z0-9-]{1,58}[a-z0-9])$':
      'строчные латинские буквы, цифры и -, от 3 до 60 знаков, например mango-main',
    '^.{1,200}$': 'имя от 1 до 200 знаков',
    '^\\d{1,12}(\\.\\d{1,10})?$': 'десятичное число, например 92.50, записанное текстом',
  },
  otherPattern: 'другая запись',
  otherId: 'другая запись',
  day: 'день, например 2026-11-23',
  moment: 'момент, например 2026-11-23T09:00:00.000Z',
  oddSign: oddSignRu,
  missing: (name) => `Не хватает: ${name}.`,
  onlyOnce: (name) => `Можно указать только один раз: ${name}.`,
  must: (name, wish, sent) => `Здесь нужно другое: ${name} – ${wish}, а прислано ${sent}.`,
  oneOf: (name, values, sent) => `Выберите для ${name} одно из: ${values}; прислано ${sent}.`,
  empty: (name) => `Не может быть пустым: ${name}.`,
  tooShort: (name, limit) => `Слишком коротко: ${name} – не меньше ${limit} зн.`,
  tooLong: (name, limit, has) => `Слишком длинно: ${name} – не больше ${limit} зн., сейчас ${has}.`,
  atLeast: (name, limit, sent) => `Слишком мало: ${name} – не меньше ${limit}, а прислано ${sent}.`,
  atMost: (name, limit, sent) => `Слишком много: ${name} – не больше ${limit}, а прислано ${sent}.`,
  tooFewEntries: (name, limit) => `Слишком мало строк: ${name} – не меньше ${limit}.`,
  tooManyEntries: (name, limit) => `Слишком много строк: ${name} – не больше ${limit}.`,
  tooManyProperties: (name, limit) => `Слишком много свойств: ${name} – не больше ${limit}.`,
  unreadable: (name, sent) => `Не читается: ${name}, прислано ${sent}.`,
  noId: (name, wish) => `Это не идентификатор: ${name}. В идентификаторе – ${wish}.`,
  unknown: (name, where, names) =>
    `Нет такого ${where === 'query' ? 'параметра' : 'свойства'}: ${name}. Есть: ${names}.`,
  more: (first, count) => `${first} И ещё ошибок: ${count}.`,
  noBody: (first) => `Тело запроса пустое. ${first}`,
  noParameters: 'Здесь нет параметров.',
  noParameter: (name) => `Здесь нет параметра ${name}.`,
}
