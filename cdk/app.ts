import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { consumers } from '#product/lists/consumers'
import { inZone } from '#events/schedule'
import { asked } from '#scripts/asked'
import { schedules as declared } from '#product/lists/schedules'

import { checkedRules } from './checked-rules'
import { normaApp } from './norma-app'

asked({
  usage: `npm run synth

Writes the CloudFormation template of pipelines.yaml into cdk.out, or into the folder that CDK_OUTDIR names, after the checks of
cdk-nag. Takes nothing; docs/deploy.md says which parameters the deployment has.`,
})

const root = fileURLToPath(new URL('..', import.meta.url))

try {
  const rulesText = readFileSync(`${root}pipelines.yaml`, 'utf8')
  const schedules = inZone(declared, checkedRules(rulesText, 'pipelines.yaml').calendar.timezone)
  // The command-line tool of CDK says where it wants the result; alone, the app puts it into cdk.out.
  const outdir = process.env['CDK_OUTDIR'] ?? `${root}cdk.out`
  // The command-line tool of CDK says where it deploys to; without it, the publishing of the rules finds out there.
  const region = process.env['CDK_DEFAULT_REGION'] ?? process.env['AWS_REGION']
  const options = { consumers, schedules, rulesText, outdir, ...(region === undefined ? {} : { region }) }
  const assembly = normaApp(options).synth()
  for (const { stackName, templateFile } of assembly.stacks) console.log(`${stackName}: ${outdir}/${templateFile}`)
} catch (error) {
  // The report of the checks is printed already when they stop the synth.
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
