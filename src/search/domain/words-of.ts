import { mailText, withoutTag } from '#domain/kernel/mail'
import { phonesIn } from '#domain/kernel/phone'
import type { Deal } from '#schemas/deal'
import type { WholeClient } from '#schemas/kept-client'
import type { WordRecord } from '#schemas/search-names'

import { backwards, dialled, joinedNumber, tellingWords, turned } from './spelling'

/** What a deal is found by: its title, its client with number and address, its number elsewhere and numbers in its fields. */
export function wordsOfDeal(deal: Deal): WordRecord {
  const { id, createdAt: at, owner, title, client, externalId, fields } = deal
  const numbers = [externalId ?? '', ...Object.values(fields).flatMap(numberIn)]
  return {
    kind: 'deal',
    id,
    at,
    owner,
    title,
    about: client.name ?? '',
    words: distinct([
      ...tellingWords(title),
      ...title.split(/\s+/u).flatMap((word) => joinedNumber(word) ?? []),
      ...tellingWords(client.name ?? ''),
      ...wordsOfPhones(client.phone ?? ''),
      ...wordsOfAddress(client.email ?? ''),
      ...numbers.flatMap(wordsOfNumber),
    ]),
  }
}

/** What a client is found by: its name, its numbers and addresses, its INN. */
export function wordsOfClient({ client, personal }: WholeClient): WordRecord {
  const { id, kind, name, owner, inn, createdAt: at } = client
  const legalName = personal.requisites?.legalName ?? ''
  return {
    kind,
    id,
    at,
    owner: owner ?? '',
    title: name,
    about: '',
    words: distinct([
      ...tellingWords(name),
      ...tellingWords(legalName),
      ...personal.ways.flatMap((way) => (way.kind === 'phone' ? wordsOfPhones(way.text) : wordsOfAddress(way.text))),
      ...wordsOfNumber(inn ?? ''),
    ]),
  }
}

/** What telephone numbers in a text are found by: as they are dialled, and from their ends. */
export function wordsOfPhones(text: string): readonly string[] {
  return phonesIn(text).flatMap(({ number }) => [dialled(number), turned(dialled(number))])
}

/** What an e-mail address is found by: itself, and the domain where it is not one that anybody has an address at. */
export function wordsOfAddress(text: string): readonly string[] {
  const address = mailText(text)
  const domain = address?.slice(address.lastIndexOf('@') + 1)
  if (address === undefined || domain === undefined) return []
  const own = [address, ...[withoutTag(address)].flatMap((bare) => bare ?? [])].map((one) =>
    one.slice(0, longestAddress),
  )
  return [...own, ...(commonDomains.has(domain) ? [] : [domain])]
}

/** What a number of a contract or an order is found by: itself as one word, and its parts. */
export function wordsOfNumber(text: string): readonly string[] {
  const joined = joinedNumber(text.trim())
  return [...tellingWords(text), ...(joined === undefined ? [] : [joined])]
}

/** The words that tell which other words a thing has: ends of numbers follow from the numbers. */
export function toldWords(words: readonly string[]): readonly string[] {
  return words.filter((word) => !word.startsWith(backwards))
}

const longestAddress = 100
const longestNumber = 60

/** A text with a digit that is short enough for a number: no date, no address of a file. */
function numberIn(value: unknown): readonly string[] {
  if (typeof value !== 'string' || value.length > longestNumber || !/\d/u.test(value)) return []
  return /^\d{4}-\d{2}-\d{2}$/u.test(value) || /^\w+:\/\//u.test(value) ? [] : [value]
}

function distinct(words: readonly string[]): readonly string[] {
  return [...new Set(words)]
}

/** Where anybody may have an address: such a domain says nothing of whose it is. */
const commonDomains: ReadonlySet<string> = new Set(
  (
    'mail.ru bk.ru inbox.ru list.ru internet.ru yandex.ru ya.ru yandex.com yandex.by yandex.kz rambler.ru lenta.ru ' +
    'gmail.com googlemail.com outlook.com hotmail.com live.com icloud.com me.com yahoo.com proton.me protonmail.com ' +
    'tut.by mail.com gmx.de gmx.com web.de freemail.example'
  ).split(' '),
)
