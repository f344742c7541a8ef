import { readFileSync } from 'node:fs'

import type { CloudFormationCustomResourceEvent } from 'aws-lambda'

import { languagePort } from '#config/language-port'

import { answerCloudFormation } from './answer-cloud-formation'
import { functionPorts } from './function-ports'
import { publishDeployed } from './publish-deployed'

const ports = functionPorts(languagePort)
const text = readFileSync(new URL('pipelines.yaml', import.meta.url), 'utf8')

/** Publishes the deployed `pipelines.yaml` and tells CloudFormation which version that is, or why it was refused. */
export function handler(event: CloudFormationCustomResourceEvent): Promise<void> {
  return answerCloudFormation(event, async () => {
    // What was published stays: deleting the stack leaves the table, and the rules are part of it.
    if (event.RequestType === 'Delete') return {}
    const { version } = await publishDeployed(ports, text, event.RequestId)
    return { version }
  })
}
