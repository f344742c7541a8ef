import { CfnParameter, Stack } from 'aws-cdk-lib'
import { Construct } from 'constructs'

/** How a deployment reaches people: what its parameters name, and personal webhooks. Where nothing is named there is the inbox. */
export class Channels extends Construct {
  readonly environment: Readonly<Record<string, string>>
  /** The one identity that e-mail may be sent from. */
  readonly mailIdentityArn: string
  /** Name of the secret that holds the token of the Telegram bot. */
  readonly telegramSecret: string

  constructor(scope: Construct, id: string) {
    super(scope, id)
    const stack = Stack.of(this)
    const from = new CfnParameter(stack, 'MailFrom', {
      description: 'Address that e-mail comes from, such as Norma <norma@example.com>; empty: no e-mail',
      default: '',
    })
    const identity = new CfnParameter(stack, 'MailIdentity', {
      description: 'Verified SES identity of that address, such as example.com',
      default: 'none',
      minLength: 1,
    })
    const telegram = new CfnParameter(stack, 'TelegramSecret', {
      description: 'Name of the secret in Secrets Manager that holds the token of the Telegram bot; empty: no Telegram',
      default: '',
    })
    this.environment = {
      NORMA_MAIL_FROM: from.valueAsString,
      NORMA_TELEGRAM_TOKEN_ID: telegram.valueAsString,
    }
    this.telegramSecret = telegram.valueAsString
    this.mailIdentityArn = stack.formatArn({
      service: 'ses',
      resource: 'identity',
      resourceName: identity.valueAsString,
    })
  }
}
