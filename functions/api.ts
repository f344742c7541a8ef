import { readFile } from 'node:fs/promises'

import { handle } from 'hono/aws-lambda'

import { languagePort } from '#config/language-port'
import { operationDoors } from '#product/lists/operation-doors'
import { createApp } from '#http/app'
import { oidcKeys } from '#http/oidc-keys'
import { tokenVerifier } from '#http/tokens'

import { environment } from './environment'
import { functionPorts } from './function-ports'
import { queueBacklog } from './queue-backlog'
import { secretFor } from './secret-named'

const issuer = environment('NORMA_ISSUER')

const app = createApp({
  ports: { ...functionPorts(languagePort), backlog: queueBacklog() },
  doors: operationDoors,
  openApi: async () => JSON.parse(await readFile(new URL('openapi.json', import.meta.url), 'utf8')),
  verifyToken: tokenVerifier({ issuer, audience: environment('NORMA_AUDIENCE'), jwks: oidcKeys(issuer) }),
  issuer,
  cursorSecret: secretFor('cursors', 'NORMA_SECRET_ID'),
})

// Node loads `Request` when the first is made, which takes 20 to 40 ms: here it is part of the start, not of an answer.
await app.request('/')

/** Answers the requests of API Gateway. */
export const handler = handle(app)
