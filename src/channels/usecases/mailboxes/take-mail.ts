import type { KeptIntegration } from '#ports/integrations'
import type { Ports } from '#ports/ports'

/** A mail as it came to an address of ours, with what the receiving server has found of its sender. */
export type CameMail = {
  readonly id: string
  readonly bytes: Uint8Array
  /** To whom it was handed in: of whom it names, only these are ours. */
  readonly recipients: readonly string[]
  readonly isForged: boolean
}

/**
 * Keeps a mail under the mailbox it came to, as if it had come by the door; the same mail handed in twice is read twice and
 * is one. Throws where no mailbox is at that domain: what came stays where it lies, and an alarm rings.
 */
export async function takeMail(
  { clock, integrations }: Pick<Ports, 'clock' | 'integrations'>,
  { id: mail, bytes, recipients, isForged }: CameMail,
): Promise<void> {
  const boxes = (await integrations.all()).filter(({ adapter }) => adapter === 'mail')
  const integration = boxFor(boxes, recipients)
  if (integration === undefined) throw new Error(`No mailbox of Norma is at ${recipients.join(', ')}.`)
  const at = clock.now()
  const media = 'message/rfc822'
  const noted = recipients.map((address) => `Delivered-To: ${address.replaceAll(/[\r\n]/g, '')}\r\n`)
  if (isForged) noted.push(`Authentication-Results: receiver; dmarc=fail\r\n`)
  const body = Buffer.concat([Buffer.from(noted.join('')), bytes])
  await integrations.keep({
    integration: integration.id,
    id: `${at}_${mail.replaceAll(/[^\w-]/g, '').slice(0, 60)}`,
    at,
    state: integration.paused ? 'paused' : 'waiting',
    bytes: body.length,
    media,
    method: 'POST',
    tail: '',
    query: '',
    headers: { 'content-type': media },
    body,
  })
}

/** The mailbox whose address it is, whatever stands behind its plus; else one at that domain. */
function boxFor(boxes: readonly KeptIntegration[], recipients: readonly string[]): KeptIntegration | undefined {
  const plain = recipients.map((address) => address.toLowerCase().replace(/\+[^@]*@/, '@'))
  const domains = plain.map((address) => address.split('@')[1] ?? '')
  const addressOf = ({ settings }: KeptIntegration) => settings.mailbox?.toLowerCase() ?? ''
  return (
    boxes.find((one) => plain.includes(addressOf(one))) ??
    boxes.find((one) => domains.includes(addressOf(one).split('@')[1] ?? ''))
  )
}
