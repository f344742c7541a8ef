import { Duration } from 'aws-cdk-lib'
import { Archive, EventBus as Bus, Rule, type CfnEventBus } from 'aws-cdk-lib/aws-events'
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'

import { eventSource } from '#events/consumer'
import { unpublishablePattern } from '#events/relay'

import { acknowledge } from './acknowledge'
import { deadLetterQueue } from './dead-letter-queue'
import { eventPatternOf } from './event-pattern'

/** The bus, an archive to replay it from, and a place for what the relay could not publish. */
export class EventBus extends Construct {
  readonly bus: Bus
  readonly unpublishable: Queue

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.bus = new Bus(this, 'Bus', { description: 'What happened to the deals' })
    // Pinned: consumers outside this stack may have rules on the bus, which another one would leave without events.
    const resource = this.bus.node.defaultChild as CfnEventBus
    resource.overrideLogicalId('Bus')
    new Archive(this, 'Archive', {
      sourceEventBus: this.bus,
      description: 'Replays of up to 90 days; the events themselves stay in the table for good',
      eventPattern: { source: [eventSource] },
      retention: Duration.days(90),
    })
    this.unpublishable = deadLetterQueue(
      this,
      'Unpublishable',
      'The notices in it are for people; nothing tries them again.',
    )
    const rule = new Rule(this, 'UnpublishableRule', {
      eventBus: this.bus,
      description: 'Keeps the relay’s notices about items it could not publish',
      eventPattern: eventPatternOf(unpublishablePattern),
      targets: [new SqsQueue(this.unpublishable)],
    })
    acknowledge(
      rule,
      'Serverless-EventBusDLQ',
      'Its target is a queue of dead letters already, the notice names an item that stays in the table for good.',
    )
  }
}
