import { Duration, TimeZone } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { EventInvokeConfig } from 'aws-cdk-lib/aws-lambda'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import {
  Schedule,
  ScheduleExpression,
  ScheduleGroup,
  ScheduleTargetInput,
  TimeWindow,
  ContextAttribute,
} from 'aws-cdk-lib/aws-scheduler'
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'

import { schedulerExpression, type Schedule as DeclaredSchedule } from '#events/schedule'

import { deadLetterQueue } from './dead-letter-queue'
import { functionRoles } from './function-roles'
import { NodeFunction } from './node-function'

/** How often a schedule that could not be started, or that failed, is tried again, and until when it still makes sense. */
export const scheduleRetries = { attempts: 2, maxAgeHours: 1 } as const

export type TimetableProps = {
  readonly schedules: readonly DeclaredSchedule[]
  readonly environment: Readonly<Record<string, string>>
}

/**
 * The declared schedules, each in its own time zone, all run by one function that is told which one is due; but for what is
 * declared to be done apart.
 */
export class Timetable extends Construct {
  readonly function: NodeFunction
  /** Does what is large to load or slow to wait for: it looks into mailboxes. */
  readonly apart: NodeFunction
  readonly group: ScheduleGroup
  readonly deadLetters: Queue

  constructor(scope: Construct, id: string, { schedules, environment }: TimetableProps) {
    super(scope, id)
    this.deadLetters = deadLetterQueue(
      this,
      'DeadLetters',
      'It takes the failures of the scheduler and of its function.',
    )
    this.function = new NodeFunction(this, 'Handler', {
      ...functionRoles.schedules,
      description: 'Norma: what is done by the clock',
      failuresGo: 'A run that fails goes to the dead letters of the timetable, as its on-failure destination.',
      environment,
    })
    this.apart = new NodeFunction(this, 'Apart', {
      ...functionRoles.pollMail,
      description: 'Norma: looks into mailboxes',
      failuresGo: 'The next look is a minute later and begins where the last one ended; an alarm counts failures.',
      environment,
    })
    this.#keepFailures()
    this.group = new ScheduleGroup(this, 'Group')
    const role = this.#invokerRole()
    for (const schedule of schedules) this.#add(schedule, role)
  }

  /** The scheduler only hands the call over; what fails after that is Lambda's to repeat and to put aside. */
  #keepFailures(): void {
    this.function.mayDo(['sqs:SendMessage'], [this.deadLetters.queueArn])
    new EventInvokeConfig(this, 'Retries', {
      function: this.function.handler,
      retryAttempts: scheduleRetries.attempts,
      maxEventAge: Duration.hours(scheduleRetries.maxAgeHours),
      onFailure: new SqsDestination(this.deadLetters),
    })
  }

  #invokerRole(): Role {
    const role = new Role(this, 'InvokerRole', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') })
    const allow = (action: string, resource: string) =>
      role.addToPolicy(new PolicyStatement({ actions: [action], resources: [resource] }))
    for (const { handler } of [this.function, this.apart]) allow('lambda:InvokeFunction', handler.functionArn)
    allow('sqs:SendMessage', this.deadLetters.queueArn)
    return role
  }

  #add(declared: DeclaredSchedule, role: Role): void {
    new Schedule(this, declared.name, {
      description: `Norma: ${declared.name}`,
      scheduleGroup: this.group,
      schedule: ScheduleExpression.expression(schedulerExpression(declared), TimeZone.of(declared.zone)),
      timeWindow: TimeWindow.off(),
      target: new LambdaInvoke((declared.apart === true ? this.apart : this.function).handler, {
        role: role.withoutPolicyUpdates(),
        deadLetterQueue: this.deadLetters,
        retryAttempts: scheduleRetries.attempts,
        maxEventAge: Duration.hours(scheduleRetries.maxAgeHours),
        input: ScheduleTargetInput.fromObject({ schedule: declared.name, at: ContextAttribute.scheduledTime }),
      }),
    })
  }
}
