import { handle } from 'hono/aws-lambda'

import { rawDoor } from '#product/raw-door'

import { functionPorts } from './function-ports'

/** Takes what providers, sites and 1C send, through API Gateway. */
export const handler = handle(rawDoor({ ports: functionPorts() }))
