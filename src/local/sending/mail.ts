import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { createTransport } from 'nodemailer'

import { Undeliverable } from '#domain/kernel/delivering'
import type { OutgoingMessage, SendMessage } from '#ports/notices'

/** Sends e-mail through an SMTP server, such as `smtps://user:password@mail.example.com`. */
export function smtpChannel({ url, from }: { readonly url: string; readonly from: string }): SendMessage {
  const transport = createTransport(url, { from })
  return async (message) => {
    try {
      await transport.sendMail(letterOf(message, from))
    } catch (error) {
      throw isRefusedRecipient(error) ? new Undeliverable(String(error), { cause: error }) : error
    }
  }
}

/** Puts e-mails as files into a folder, for any mail program to open: one file a message, however often it is sent. */
export function mailFolderChannel({ folder, from }: { readonly folder: string; readonly from: string }): SendMessage {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return async (message) => {
    const { message: bytes } = await transport.sendMail(letterOf(message, from))
    mkdirSync(folder, { recursive: true })
    const path = join(folder, `${message.id}.eml`)
    writeFileSync(`${path}.new`, bytes as Buffer)
    renameSync(`${path}.new`, path)
  }
}

function letterOf({ id, to, at, subject, text, replyTo }: OutgoingMessage, from: string) {
  return {
    from,
    to,
    ...(replyTo === undefined ? {} : { replyTo }),
    subject,
    text,
    // Mail programs show two messages with one id once.
    messageId: `<${id}@norma.invalid>`,
    date: new Date(at),
    // Answering machines keep silent (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Norma-Id': id },
  }
}

/** The server knows no such mailbox; any other refusal may pass. */
function isRefusedRecipient(error: unknown): boolean {
  const { responseCode = 0, command } = error as { readonly responseCode?: number; readonly command?: string }
  return command === 'RCPT TO' && responseCode >= 550 && responseCode < 560
}
