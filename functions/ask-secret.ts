import { fromEnv } from '@aws-sdk/credential-provider-env'
import { Sha256Node } from '@smithy/core/checksum'
import { SignatureV4 } from '@smithy/signature-v4'

import { askedThrice } from '#store/asked-thrice'

const service = 'secretsmanager'

/**
 * What a secret of Secrets Manager says, by its name or ARN. One kind of request, signed by AWS’s own signer: the whole
 * client would be 300 kB for it. Throws after three attempts, and at once where the function may not read it.
 */
export async function askSecret(id: string, region: string): Promise<string> {
  const url = new URL(process.env['AWS_ENDPOINT_URL_SECRETS_MANAGER'] ?? `https://${service}.${region}.amazonaws.com/`)
  const signer = new SignatureV4({ service, region, credentials: fromEnv(), sha256: Sha256Node })
  const answer = await askedThrice(secretsManager, () => asked(url, signer, id))
  const body = await answer.text()
  if (answer.status === 200) return secretIn(body, id)
  throw new Error(`The secret ${id} was not told: ${answer.status} ${kindOf(body)}`)
}

const secretsManager = {
  name: 'Secrets Manager',
  mayPass: async (answer: Response) => {
    const kind = answer.ok ? '' : kindOf(await answer.clone().text())
    const mayPass = answer.status === 429 || answer.status >= 500 || kind.includes('Throttling')
    return mayPass ? `It answered ${answer.status} ${kind}.` : undefined
  },
}

async function asked(url: URL, signer: SignatureV4, id: string): Promise<Response> {
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
  return fetch(url, { method: 'POST', headers: sent, body, signal: AbortSignal.timeout(2_500) })
}

function secretIn(body: string, id: string): string {
  const { SecretString: secret } = JSON.parse(body) as { readonly SecretString?: unknown }
  if (typeof secret === 'string' && secret !== '') return secret
  throw new Error(`The secret ${id} holds no text.`)
}

/** What kind of no it was; the rest of an answer may hold what should stand in no log. */
function kindOf(body: string): string {
  return /"__type"\s*:\s*"([\w.#]+)"/.exec(body)?.[1] ?? ''
}
