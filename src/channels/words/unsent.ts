import type { Sent } from '#channels/adapter'
import type { Saying } from '#schemas/saying'

import { channelsSentence } from './channels-refusal'

/** What was not sent for a reason of ours, with the sentence that says why. */
export function unsent(saying: Saying): Extract<Sent, { readonly kind: 'failed' }> {
  return { kind: 'failed', why: channelsSentence(saying), said: [saying] }
}
