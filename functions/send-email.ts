import type { SendMessage } from '#ports/notices'

/** Sends e-mail through SES from an address that it knows. Its code is loaded by who writes to somebody, not at the start. */
export function sesChannel(from: string): SendMessage {
  return async ({ id, to, subject, text, replyTo }) => {
    const { SendEmailCommand, SESv2Client } = await import('@aws-sdk/client-sesv2')
    const written = (Data: string) => ({ Data, Charset: 'UTF-8' })
    await new SESv2Client({}).send(
      new SendEmailCommand({
        FromEmailAddress: from,
        Destination: { ToAddresses: [to] },
        ...(replyTo === undefined ? {} : { ReplyToAddresses: [replyTo] }),
        Content: {
          Simple: {
            Subject: written(subject),
            Body: { Text: written(text) },
            // SES makes the Message-ID itself, so the number that stays the same travels beside it.
            Headers: [
              { Name: 'Auto-Submitted', Value: 'auto-generated' },
              { Name: 'X-Norma-Id', Value: id },
            ],
          },
        },
      }),
    )
  }
}
