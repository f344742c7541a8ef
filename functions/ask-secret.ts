import { setTimeout } from 'node:timers/promises'

import { fromEnv } from '@aws-sdk/credential-provider-env'
import { Sha256Node } from '@smithy/core/checksum'
import { SignatureV4 } from '@smithy/signature-v4'

const service = 'secretsmanager'
const attempts = 3

/**
 * What a secret of Secrets Manager says, by its name or ARN. One kind of request, signed by AWS’s own signer: the whole
 * client would be 300 kB for it. Throws after three attempts, and at once where the function may not read it.
 */
export async function askSecret(id: string, region: string): Promise<string> {
  const url = new URL(process.env['AWS_ENDPOINT_URL_SECRETS_MANAGER'] ?? `https://${service}.${region}.amazonaws.com/`)
  const signer = new SignatureV4({ service, region, credentials: fromEnv(), sha256: Sha256Node })
  for (let attempt = 1; ; attempt += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one attempt after another
    const said = await asked(url, signer, id).catch((error: unknown) => ({ status: 0, body: String(error) }))
    if (said.status === 200) return secretIn(said.body, id)
    const mayPass = said.status === 0 || said.status === 429 || said.status >= 500 || said.body.includes('Throttling')
    if (!mayPass || attempt === attempts)
      throw new Error(`The secret ${id} was not told: ${said.status} ${kindOf(said.body)}`)
    // oxlint-disable-next-line no-await-in-loop -- the same
    await setTimeout(100 * attempt)
  }
}

async function asked(
  url: URL,
  signer: SignatureV4,
  id: string,
): Promise<{ readonly status: number; readonly body: string }> {
  const body = JSON.stringify({ SecretId: id })
  const { headers } = await signer.sign({
    method: 'POST',
    protocol: url.protocol,
    hostname: url.hostname,
    path: '/',
    headers: {
      host: url.host,
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'secretsmanager.GetSecretValue',
    },
    body,
  })
  const { host: _host, ...sent } = headers
  const answer = await fetch(url, { method: 'POST', headers: sent, body, signal: AbortSignal.timeout(2_500) })
  return { status: answer.status, body: await answer.text() }
}

function secretIn(body: string, id: string): string {
  const { SecretString: secret } = JSON.parse(body) as { readonly SecretString?: unknown }
  if (typeof secret === 'string' && secret !== '') return secret
  throw new Error(`The secret ${id} holds no text.`)
}

/** What kind of no it was; the rest of an answer may hold what should stand in no log. */
function kindOf(body: string): string {
  return /"__type"\s*:\s*"([\w.#]+)"/.exec(body)?.[1] ?? (body.startsWith('TimeoutError') ? 'no answer' : '')
}
