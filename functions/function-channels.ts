import type { Secret } from '#domain/kernel/secret'
import type { Channels, SendMessage } from '#ports/notices'

import { secretNamed } from './secret-named'
import { sesChannel } from './send-email'

/** The channels of a deployment: those its parameters set up, and personal webhooks. */
export function functionChannels(environment: Readonly<Record<string, string | undefined>>): Channels {
  const { NORMA_MAIL_FROM: from = '', NORMA_TELEGRAM_TOKEN_ID: telegram = '' } = environment
  return {
    ...(from === '' ? {} : { email: sesChannel(from) }),
    ...(telegram === '' ? {} : { telegram: telegramOf(secretNamed('NORMA_TELEGRAM_TOKEN_ID')) }),
    webhook: byWebhook,
  }
}

/** Loaded by whoever writes to somebody so, not at every start. */
const byWebhook: SendMessage = async (message) => {
  const { webhookChannel } = await import('#webhooks/events/send-webhook')
  return webhookChannel()(message)
}

/** Loaded by whoever writes to somebody there, not at every start. */
function telegramOf(token: Secret): SendMessage {
  return async (message) => {
    const { telegramChannel } = await import('#notices/events/send-telegram')
    return telegramChannel({ token })(message)
  }
}
