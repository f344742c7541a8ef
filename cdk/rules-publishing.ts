import { createHash } from 'node:crypto'

import { CustomResource, Duration } from 'aws-cdk-lib'
import { Construct } from 'constructs'

import type { NodeFunction } from './node-function'

export type RulesPublishingProps = {
  readonly publisher: NodeFunction
  /** The text of `pipelines.yaml` that the publisher carries. */
  readonly rulesText: string
}

/** Publishes `pipelines.yaml` whenever a deployment brings another text than the one before; a refusal fails the deployment. */
export class RulesPublishing extends Construct {
  readonly resource: CustomResource

  constructor(scope: Construct, id: string, { publisher, rulesText }: RulesPublishingProps) {
    super(scope, id)
    this.resource = new CustomResource(this, 'Published', {
      resourceType: 'Custom::PublishedRules',
      serviceToken: publisher.handler.functionArn,
      serviceTimeout: Duration.minutes(2),
      // CloudFormation calls the publisher when a property changes, so the text is represented by its hash.
      properties: { rulesHash: createHash('sha256').update(rulesText).digest('hex') },
    })
    // The publisher's right to write must be there before it is called.
    this.resource.node.addDependency(publisher)
  }
}
