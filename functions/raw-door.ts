import { handle } from 'hono/aws-lambda'

import { rawDoor } from '#channels/http/raw-door'

import { functionPorts } from './function-ports'

/** Takes what providers and sites send, through API Gateway. */
export const handler = handle(rawDoor({ ports: functionPorts() }))
