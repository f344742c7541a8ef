import type { AsnType } from 'asn1js'
import type { Email } from 'postal-mime'

import { mailBytes } from '#channels/domain/mail/mail-bytes'

/**
 * A mail that is packed into its signature (S/MIME) as what was signed, with the pack beside it; another as it is. Whether the
 * signature is right nobody has looked: it says no more than the sender does.
 */
export async function opened(mail: Email): Promise<Email> {
  const packed = mail.attachments.find(isSealed)
  if (packed === undefined) return mail
  const inside = await signedInside(bytesIn(packed))
  if (inside === undefined) return mail
  const { default: PostalMime } = await import('postal-mime')
  const { text, html, attachments } = await PostalMime.parse(mailBytes(inside))
  const { text: _text, html: _html, ...outer } = mail
  return {
    ...outer,
    ...(text === undefined ? {} : { text }),
    ...(html === undefined ? {} : { html }),
    attachments: [...attachments, ...mail.attachments],
  }
}

/** Whether it is a mail sealed as a whole: encrypted, or packed into its signature. */
export function isSealed({ mimeType }: Email['attachments'][number]): boolean {
  return /^application\/(?:x-)?pkcs7-mime$/i.test(mimeType)
}

function bytesIn({ content }: Email['attachments'][number]): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)
}

/** What a pack of PKCS #7 is called whose content is signed and nothing else. */
const signedData = '1.2.840.113549.1.7.2'

/** The mail inside of a signature that it is packed into (RFC 8551); undefined where there is none, as where it is encrypted. */
async function signedInside(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const { Constructed, fromBER, ObjectIdentifier, OctetString } = await import('asn1js')
  const partsOf = (value: AsnType | undefined) => (value instanceof Constructed ? value.valueBlock.value : [])
  // A pack that was cut off, or is none, is no value at all.
  const { offset, result } = fromBER(new Uint8Array(bytes).buffer)
  const [kind, box] = offset < 0 ? [] : partsOf(result)
  if (!(kind instanceof ObjectIdentifier) || kind.getValue() !== signedData) return undefined
  const content = partsOf(partsOf(partsOf(box)[0])[2])[1]
  const [packed] = partsOf(content)
  return packed instanceof OctetString ? new Uint8Array(packed.getValue()) : undefined
}
