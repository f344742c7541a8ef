import { telegramChannel } from '#notices/events/send-telegram'
import { webhookChannel } from '#webhooks/events/send-webhook'
import type { Channels } from '#ports/notices'

import { sesChannel } from './send-email'

/** The channels of a deployment: those its parameters set up, and personal webhooks. */
export function functionChannels(environment: Readonly<Record<string, string | undefined>>): Channels {
  const { NORMA_MAIL_FROM: from = '', NORMA_TELEGRAM_TOKEN: token = '' } = environment
  return {
    ...(from === '' ? {} : { email: sesChannel(from) }),
    ...(token === '' ? {} : { telegram: telegramChannel({ token }) }),
    webhook: webhookChannel(),
  }
}
