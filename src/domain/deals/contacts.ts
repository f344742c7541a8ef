import type { Deal } from '#schemas/deal'

/** The ways to recognise a client: phone digits (a Russian leading 8 is +7) and the e-mail address in lower case. */
export function contactsOf(client: Deal['client']): readonly string[] {
  const phone = normalPhone(client.phone ?? '')
  const email = (client.email ?? '').trim().toLowerCase()
  return [...(phone === '' ? [] : [`phone:${phone}`]), ...(email === '' ? [] : [`email:${email}`])]
}

/** The same with what a phone number is found by when only its end is known. */
export function findersOf(client: Deal['client']): readonly string[] {
  const end = phoneEnd(client.phone ?? '')
  return [...contactsOf(client), ...(end === undefined ? [] : [end])]
}

/** What leads to phone numbers by their last seven digits; undefined where there are fewer. */
export function phoneEnd(phone: string): string | undefined {
  const digits = phoneDigits(phone)
  return digits.length < endLength ? undefined : `phone-end:${digits.slice(-endLength)}`
}

/** Whether a phone number ends with what somebody typed of it: all of it, its end, or all but the prefix of the country. */
export function endsWith(phone: string, typed: string): boolean {
  const digits = phoneDigits(typed)
  const own = digits.length === 11 && digits.startsWith('8') ? digits.slice(1) : digits
  return own.length >= endLength && phoneDigits(phone).endsWith(own)
}

/** The digits of a phone number; those of an extension are not among them. */
export function phoneDigits(phone: string): string {
  return phone.replace(extension, '').replaceAll(/\D/g, '')
}

const endLength = 7
const extension = /[\s,;]*(?:доб(?:авочный)?|вн(?:утр(?:енний)?)?|ext(?:ension|n)?|x|#)[\s.:]*\d{1,6}\s*$/iu

function normalPhone(phone: string): string {
  const digits = phoneDigits(phone)
  if (digits.length < 7) return ''
  return digits.length === 11 && digits.startsWith('8') ? `7${digits.slice(1)}` : digits
}
