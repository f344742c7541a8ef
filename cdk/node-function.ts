import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

import { AssetHashType, DockerImage, Duration, RemovalPolicy, Stack, Stage } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'

import { acknowledge } from './acknowledge'
import { bundleFunction } from './bundling'
import type { FunctionRole } from './function-roles'

export type NodeFunctionProps = FunctionRole & {
  readonly description: string
  /** Where a failed run ends up, since it is not a dead-letter queue of the function itself. */
  readonly failuresGo: string
  readonly environment: Readonly<Record<string, string>>
  /** Files and folders of the project that lie beside the code when it runs. */
  readonly ships?: readonly string[]
}

/** A function with a role and a log group of its own; the role may write that log and nothing else. */
export class NodeFunction extends Construct {
  readonly handler: LambdaFunction
  readonly role: Role

  constructor(scope: Construct, id: string, props: NodeFunctionProps) {
    super(scope, id)
    const logGroup = new LogGroup(this, 'Log', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    this.mayDo(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn])
    this.handler = new LambdaFunction(this, 'Function', {
      code: codeOf(this, props),
      handler: 'index.handler',
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memoryMb,
      timeout: Duration.seconds(props.timeoutSec),
      role: this.role.withoutPolicyUpdates(),
      logGroup,
      tracing: Tracing.DISABLED,
      environment: { ...props.environment },
    })
    acknowledge(this.handler, 'Serverless-LambdaDLQ', props.failuresGo)
    acknowledge(this.handler, 'Serverless-LambdaTracing', whyNoTracing)
    // The rights must exist before the first invocation, and they are given to the role directly.
    this.handler.node.addDependency(this.role)
  }

  /** Allows exactly these actions on exactly these resources. */
  mayDo(actions: readonly string[], resources: readonly string[]): void {
    this.role.addToPolicy(new PolicyStatement({ actions: [...actions], resources: [...resources] }))
  }
}

/** The bundle as an asset; where nothing is bundled (template assertions) the folder of the entries stands for it. */
function codeOf(scope: Construct, { entry, ships = [] }: Pick<NodeFunctionProps, 'entry' | 'ships'>): Code {
  if (!Stack.of(scope).bundlingRequired) return Code.fromAsset('functions')
  const maps = join(Stage.of(scope)?.outdir ?? 'cdk.out', 'source-maps', basename(entry, '.ts'))
  return Code.fromAsset('functions', {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Only asked for when the local bundling declines, and it never does.
      image: DockerImage.fromRegistry('none'),
      // Never run, but without it CDK takes the bundles of all functions for one and the same and makes the first only.
      command: [entry, ...ships],
      local: {
        tryBundle: (outputDir) => {
          const bundle = bundleFunction(entry)
          for (const { name, code } of bundle.files) writeFileSync(join(outputDir, name), code)
          for (const one of ships) cpSync(one, join(outputDir, basename(one)), { recursive: true })
          mkdirSync(maps, { recursive: true })
          for (const { name, code } of bundle.maps) writeFileSync(join(maps, name), code)
          return true
        },
      },
    },
  })
}

const whyNoTracing =
  'Everything one request caused carries its correlation id through events, logs and timeline; traces would cost $5 a million and see less.'
