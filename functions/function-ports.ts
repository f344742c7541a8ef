import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { fromEnv } from '@aws-sdk/credential-provider-env'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

import { webhookOutlet } from '#webhooks/events/webhook-outlet'
import type { Files } from '#ports/files'
import type { Ports } from '#ports/ports'
import type { RulesLanguage } from '#ports/rules-language'
import { keptNumber } from '#store/kept-number'
import { onDemand } from '#store/on-demand'
import { storePorts } from '#product/store-ports'

import { environment } from './environment'
import { putMetric } from './put-metric'
import { secretFor } from './secret-named'

/** The ports of a function over the deployed table. Only a function that is given the language can read rules and due dates. */
export function functionPorts(language: RulesLanguage = withoutLanguage): Ports {
  const document = DynamoDBDocumentClient.from(new DynamoDBClient({ requestHandler: patience, maxAttempts: 3 }), {
    marshallOptions: { removeUndefinedValues: true },
    unmarshallOptions: { wrapNumbers: keptNumber },
  })
  const access = {
    document,
    table: environment('NORMA_TABLE'),
    words: environment('NORMA_WORDS'),
    contactSecret: secretFor('contacts', 'NORMA_SECRET_ID'),
  }
  const store = storePorts(access, language, (message) => putMetric('RulesNotLoaded', 1, { message }))
  return { ...store, outlet: webhookOutlet(), files: onDemand(bucket) }
}

/** The bucket of the deployment; most requests have nothing to do with files. */
async function bucket(): Promise<Files> {
  const { s3Files } = await import('#store/files/s3-files')
  return s3Files({ bucket: environment('NORMA_FILES'), region: environment('AWS_REGION'), credentials: fromEnv() })
}

// The SDK would wait for ever, and the function be ended without a word. Three attempts fit into the API's ten seconds.
const patience = { connectionTimeout: 1_000, requestTimeout: 2_500, throwOnRequestTimeout: true }

// The parser is a third of the code of a function: those that never see a text are deployed without it.
const noLanguage = (): Promise<never> =>
  Promise.reject(new Error('This function was deployed without the language of the rules.'))

const withoutLanguage: RulesLanguage = {
  check: noLanguage,
  parseDue: noLanguage,
  firstText: noLanguage,
  inZone: noLanguage,
}
