import { join } from 'node:path'

import { telegramChannel } from '#notices/events/send-telegram'
import { webhookChannel } from '#webhooks/events/send-webhook'
import type { Channels, SendMessage } from '#ports/notices'

/** How this machine reaches people; e-mail goes into a folder where no server is named. */
export type ChannelSettings = {
  readonly smtpUrl?: string | undefined
  readonly mailFrom?: string | undefined
  readonly telegramToken?: string | undefined
  readonly telegramUrl?: string | undefined
  /** Lets personal webhooks lead to this machine. */
  readonly allowLoopback?: boolean
}

/** The channels of this machine. */
export function localChannels(dataDir: string, settings: ChannelSettings): Channels {
  const { telegramToken, telegramUrl, allowLoopback = false } = settings
  return {
    email: mailOf(dataDir, settings),
    webhook: webhookChannel({ allowLoopback }),
    ...(telegramToken === undefined
      ? {}
      : { telegram: telegramChannel({ token: telegramToken, baseUrl: telegramUrl }) }),
  }
}

function mailOf(dataDir: string, { smtpUrl, mailFrom = 'Norma <norma@localhost>' }: ChannelSettings): SendMessage {
  let channel: Promise<SendMessage> | undefined
  // The mail library is only loaded by who writes to somebody.
  const open = async (): Promise<SendMessage> => {
    const { mailFolderChannel, smtpChannel } = await import('./sending/mail')
    if (smtpUrl !== undefined) return smtpChannel({ url: smtpUrl, from: mailFrom })
    return mailFolderChannel({ folder: join(dataDir, 'mail'), from: mailFrom })
  }
  return async (message) => {
    channel ??= open()
    await (
      await channel
    )(message)
  }
}
