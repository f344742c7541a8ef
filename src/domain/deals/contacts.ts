import type { Deal } from '#schemas/deal'

/** The ways to recognise a client: phone digits (a Russian leading 8 is +7) and the e-mail address in lower case. */
export function contactsOf(client: Deal['client']): readonly string[] {
  const phone = normalPhone(client.phone ?? '')
  const email = (client.email ?? '').trim().toLowerCase()
  return [...(phone === '' ? [] : [`phone:${phone}`]), ...(email === '' ? [] : [`email:${email}`])]
}

function normalPhone(phone: string): string {
  const digits = phone.replaceAll(/\D/g, '')
  if (digits.length < 7) return ''
  return digits.length === 11 && digits.startsWith('8') ? `7${digits.slice(1)}` : digits
}
