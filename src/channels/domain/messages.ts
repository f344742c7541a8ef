import type { MessageState } from '#schemas/channels/talk'

/** Something that came with a message: what it is, and where it can be had. */
type MessageAttachment = { readonly kind: string; readonly name?: string; readonly ref?: string }

/** One message, as far as is known of it. */
export type Message = {
  readonly id: string
  readonly integration: string
  readonly direction: 'in' | 'out'
  readonly at: string
  readonly contact?: string
  readonly name?: string
  readonly line?: string
  readonly to?: string
  readonly text: string
  readonly quoted?: string
  readonly attachments: readonly MessageAttachment[]
  readonly by?: string
  readonly state: MessageState
  readonly why?: string
  readonly isAutomatic?: boolean
  readonly isEdited?: boolean
  readonly isDeleted?: boolean
}

/** Until when free text may be sent, counted from the client’s last word; null where there is no end. */
export function windowOf(lastWordAt: string, hours: number | undefined): string | null {
  return hours === undefined ? null : new Date(Date.parse(lastWordAt) + hours * 3_600_000).toISOString()
}
