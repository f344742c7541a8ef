import { choiceName } from '#domain/rules/choice-name'
import { buyerOf } from '#domain/deals/of-buyer'
import { bracesIn } from '#domain/rules/message-text'
import { formatFor, type Format } from '#domain/kernel/texts/format'
import { fieldsOf } from '#domain/rules/stage-rules'
import type { People } from '#ports/people'
import type { Deal, FieldValue } from '#schemas/deal'
import type { Field, Model } from '#schemas/model'
import type { ChannelNeeds } from '#channels/usecases/channel-needs'

type Asked = { readonly deal: Deal | undefined; readonly model: Model; readonly text: string }

const yesNo = { en: ['yes', 'no'], ru: ['да', 'нет'] } as const

/** What each word in the braces of a text stands for, as a client reads it: by the deal as it is now, in the language of the text. */
export async function wordsOfDeal(
  { people, knownClients }: Pick<ChannelNeeds, 'people' | 'knownClients'>,
  { deal, model, text }: Asked,
): Promise<(word: string) => string | undefined> {
  if (deal === undefined || bracesIn(text).length === 0) return () => undefined
  const language = /[а-яё]/i.test(text) ? 'ru' : 'en'
  const format = formatFor(language, model.calendar.timezone)
  const buyer = buyerOf(deal)
  const [org, client] = await Promise.all([people.load(), buyer === undefined ? undefined : knownClients.read(buyer)])
  const values = fieldsOf(deal, model)
  return (word) => {
    if (word === 'title') return deal.title
    if (word === 'owner') return nameIn(org, deal.owner)
    if (word === 'client.name') return client?.name ?? deal.client.name
    const field = Object.hasOwn(model.fields, word) ? model.fields[word] : undefined
    const value = values[word]
    return field === undefined || value === undefined || value === null || value === ''
      ? undefined
      : shown({ org, deal, format, language }, field, value)
  }
}

function nameIn({ employees }: People, id: string): string {
  return employees[id]?.name ?? id
}

type Telling = {
  readonly org: People
  readonly deal: Deal
  readonly format: Format
  readonly language: 'en' | 'ru'
}

/** A value as a client reads it. */
function shown({ org, deal, format, language }: Telling, field: Field, value: FieldValue): string {
  switch (field.type) {
    case 'money':
      return format.money(Number(value), deal.currency)
    case 'number':
      return format.number(Number(value))
    case 'percent':
      return format.percent(Number(value))
    case 'date':
      return format.day(String(value))
    case 'date_time':
      return format.instant(String(value))
    case 'yes_no':
      return yesNo[language][value === true ? 0 : 1]
    case 'choice':
      return choiceName(field, String(value)) ?? String(value)
    case 'person':
      return nameIn(org, String(value))
    case 'link':
      // The id of another thing says nothing to a client.
      return ''
    case 'text':
    case 'file':
      return String(value)
  }
}
