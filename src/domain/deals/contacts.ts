import { mailText } from '#domain/kernel/mail'
import { phonesIn, phoneText, withoutExtension } from '#domain/kernel/phone'
import type { Deal } from '#schemas/deal'

/** The ways to recognise a client: telephone numbers, with their extensions, and e-mail addresses. */
export function contactsOf({ phone = '', email = '' }: Deal['client']): readonly string[] {
  const mail = mailText(email)
  return [...phonesIn(phone).map((one) => `phone:${phoneText(one)}`), ...(mail === undefined ? [] : [`email:${mail}`])]
}

/**
 * What the owner of a returning client is looked for by: whole numbers and addresses alone, as they are kept today and as
 * numbers were kept before there was one rule for them.
 */
export function lookedForBy(client: Deal['client']): readonly string[] {
  const former = phonesIn(client.phone ?? '').flatMap(({ number }) => {
    const digits = number.slice(1)
    return /^7\d{10}$/.test(digits) ? [digits, digits.slice(1)] : [digits]
  })
  return [...contactsOf(client), ...former.map((digits) => `phone:${digits}`)]
}

/** The same with what a phone number is found by when only its end is known. */
export function findersOf(client: Deal['client']): readonly string[] {
  return [...contactsOf(client), ...phoneEnds(client.phone ?? '')]
}

/** What leads to phone numbers by their last seven digits; none where there are fewer. */
export function phoneEnds(phone: string): readonly string[] {
  const ends = digitsOf(phone).flatMap((digits) => (digits.length < endLength ? [] : [digits.slice(-endLength)]))
  return [...new Set(ends)].map((end) => `phone-end:${end}`)
}

/** Whether a phone number ends with what somebody typed of it: all of it, its end, or all but the prefix of the country. */
export function endsWith(phone: string, typed: string): boolean {
  const [own = ''] = digitsOf(typed)
  return own.length >= endLength && digitsOf(phone).some((digits) => digits.endsWith(own))
}

/** The digits of a phone number as it is dialled in all the world, or as they stand; those of an extension are not among them. */
export function phoneDigits(phone: string): string {
  return digitsOf(phone)[0] ?? ''
}

function digitsOf(phone: string): readonly string[] {
  const numbers = phonesIn(phone).map(({ number }) => number.slice(1))
  return numbers.length > 0 ? numbers : [withoutExtension(phone).replaceAll(/\D/g, '')]
}

const endLength = 7
