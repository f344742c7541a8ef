import { readFile } from 'node:fs/promises'

import { handle } from 'hono/aws-lambda'

import { languagePort } from '#config/language-port'
import { operationDoors } from '#product/lists/operation-doors'
import { createApp } from '#http/app'
import { oidcKeys } from '#http/oidc-keys'
import { tokenVerifier } from '#http/tokens'
import { createPages } from '#product/pages-app.tsx'
import { assetsFrom } from '#pages/assets.tsx'
import { oidcSignIn } from '#pages/oidc-sign-in.tsx'
import { bucketHost } from '#store/files/bucket'

import { environment } from './environment'
import { functionPorts } from './function-ports'
import { queueBacklog } from './queue-backlog'
import { secretFor, secretNamed } from './secret-named'

const issuer = environment('NORMA_ISSUER')
const audience = environment('NORMA_AUDIENCE')
const ports = { ...functionPorts(languagePort), backlog: queueBacklog() }
const verifyToken = tokenVerifier({ issuer, audience, jwks: oidcKeys(issuer) })
const shipped = (name: string) => readFile(new URL(name, import.meta.url)).catch(() => undefined)

const api = createApp({
  ports,
  doors: operationDoors,
  openApi: async () => JSON.parse(String(await shipped('openapi.json'))),
  verifyToken,
  cursorSecret: secretFor('cursors', 'NORMA_SECRET_ID'),
})
const app = createPages({
  ports,
  verifyToken,
  askApi: async (request) => api.fetch(request),
  filesOrigin: `https://${bucketHost(environment('NORMA_FILES'), environment('AWS_REGION'))}`,
  assets: assetsFrom((name) => shipped(`pages/${name}`)),
  signIn: oidcSignIn({
    issuer,
    clientId: environment('NORMA_CLIENT_ID'),
    ...(environment('NORMA_CLIENT_SECRET_ID') === 'none'
      ? {}
      : { clientSecret: secretNamed('NORMA_CLIENT_SECRET_ID') }),
    audience,
    secret: secretFor('errands', 'NORMA_SECRET_ID'),
    allowHttp: issuer.startsWith('http://127.0.0.1:'),
    ports,
    verifyToken,
  }),
})

// As in the API: what the first request would load is part of the start.
await app.request('/')

/** Answers the requests of API Gateway for the pages. */
export const handler = handle(app)
