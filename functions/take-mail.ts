import { fromEnv } from '@aws-sdk/credential-provider-env'
import type { SESEvent } from 'aws-lambda'

import { takeMail } from '#channels/usecases/mailboxes/take-mail'
import { s3Files } from '#store/files/s3-files'

import { environment } from './environment'
import { functionPorts } from './function-ports'

const ports = functionPorts()
const mails = s3Files({
  bucket: environment('NORMA_MAIL_IN'),
  region: environment('AWS_REGION'),
  credentials: fromEnv(),
})

/** Takes the mails that SES has put into the bucket, each under the mailbox it came to. */
export async function handler({ Records }: Pick<SESEvent, 'Records'>): Promise<void> {
  for (const { ses } of Records) {
    const { mail, receipt } = ses
    const bytes = await mails.get(mail.messageId)
    if (bytes === undefined) throw new Error(`The mail ${mail.messageId} is not in the bucket.`)
    const isForged = receipt.dmarcVerdict.status === 'FAIL'
    await takeMail(ports, { id: mail.messageId, bytes, recipients: receipt.recipients, isForged })
  }
}
