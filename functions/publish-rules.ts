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
    await refuseAbroad()
    const { version } = await publishDeployed(ports, text, event.RequestId)
    return { version }
  })
}

/** Where the synth did not know the region, the deployment ends here. */
async function refuseAbroad(): Promise<void> {
  const [{ check }, { regionFault }] = await Promise.all([import('#config/check'), import('#config/region-fault')])
  const { model } = check(text)
  const region = process.env['AWS_REGION']
  const fault = model === undefined || region === undefined ? undefined : regionFault(model, region)
  if (fault !== undefined) throw new Error(fault)
}
