import { App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag'

import type { Consumer } from '#events/consumer'
import type { Schedule } from '#events/schedule'
import { regionFault } from '#config/region-fault'

import { checkedRules } from './checked-rules'
import { NormaStack } from './norma-stack'

export type NormaAppOptions = {
  readonly consumers: readonly Consumer[]
  readonly schedules: readonly Schedule[]
  readonly rulesText: string
  /** Names the stack `norma-<stage>`; the context value `stage` of the command line wins. */
  readonly stage?: string
  readonly outdir?: string
  /** The region it will be deployed to, where that is known. */
  readonly region?: string
  /** Whether the code of the functions is bundled; template assertions do without. */
  readonly bundling?: boolean
}

/**
 * The app with every check on: whatever CloudFormation or cdk-nag objects to and nobody has explained fails the synth, and so
 * does a region in which personal data must not be kept.
 */
export function normaApp(options: NormaAppOptions): App {
  refuseAbroad(options)
  const app = new App({
    ...(options.outdir !== undefined && { outdir: options.outdir }),
    analyticsReporting: false,
    context: {
      '@aws-cdk/core:validateAgainstDefaultRules': true,
      '@aws-cdk/aws-iam:minimizePolicies': true,
      '@aws-cdk/core:checkSecretUsage': true,
      '@aws-cdk/core:target-partitions': ['aws'],
      ...(options.bundling === false && { 'aws:cdk:bundling-stacks': [] }),
    },
  })
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app))
  const stage: unknown = app.node.tryGetContext('stage') ?? options.stage ?? 'dev'
  if (typeof stage !== 'string' || !/^[a-z][a-z0-9-]{0,19}$/.test(stage)) {
    throw new Error(
      `The stage “${String(stage)}” cannot name a stack: write 1 to 20 of a-z, 0-9 and -, a letter first.`,
    )
  }
  new NormaStack(app, 'Norma', {
    stackName: `norma-${stage}`,
    description: 'Norma: sales standards, run as deals, tasks and plans',
    consumers: options.consumers,
    schedules: options.schedules,
    rulesText: options.rulesText,
  })
  return app
}

function refuseAbroad({ rulesText, region }: NormaAppOptions): void {
  const fault = region === undefined ? undefined : regionFault(checkedRules(rulesText, 'pipelines.yaml'), region)
  if (fault !== undefined) throw new Error(fault)
}
