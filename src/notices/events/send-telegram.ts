import { revealed, type Secret } from '#domain/kernel/secret'
import { Undeliverable } from '#domain/kernel/delivering'
import type { SendMessage } from '#ports/notices'

/** The bot that writes. `baseUrl` is Telegram’s own where absent. */
export type TelegramBot = { readonly token: Secret; readonly baseUrl?: string | undefined }

/** Telegram takes no more in one message. */
const mostCharacters = 4096

/** Writes a message into a chat with the bot. A chat that does not exist, or where the bot is blocked, is not tried again. */
export function telegramChannel({ token, baseUrl = 'https://api.telegram.org' }: TelegramBot): SendMessage {
  return async ({ to, subject, text }) => {
    const whole = text.startsWith(subject) ? text : `${subject}\n\n${text}`
    const response = await fetch(`${baseUrl}/bot${await revealed(token)}/sendMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        chat_id: to,
        text: whole.length > mostCharacters ? `${whole.slice(0, mostCharacters - 1)}…` : whole,
        link_preview_options: { is_disabled: true },
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
    })
    if (response.ok) return
    const why = `Telegram answered ${response.status}: ${await reasonIn(response)}`
    throw response.status === 400 || response.status === 403 ? new Undeliverable(why) : new Error(why)
  }
}

async function reasonIn(response: Response): Promise<string> {
  const text = await response.text()
  try {
    const { description } = JSON.parse(text) as { readonly description?: unknown }
    return typeof description === 'string' ? description : 'no reason'
  } catch {
    // Something between us and Telegram answered: its page is of no use to anybody.
    return 'no reason'
  }
}
