import { expect, test } from 'vitest'

import { schedulerExpression } from '#events/schedule'

import { only, schedules, synthesized } from './synthesized'

const template = await synthesized()
const planned = Object.values(template.ofType('AWS::Scheduler::Schedule'))
const handlerOf = (description: string): string => {
  const all = Object.entries(template.ofType('AWS::Lambda::Function'))
  return all.find(([, { Properties }]) => Properties.Description === description)?.[0] ?? ''
}
const handler = handlerOf('Norma: what is done by the clock')
const retries = only(template.ofType('AWS::Lambda::EventInvokeConfig')).Properties

test('there is a schedule for each declared one and no other', () => {
  expect(planned.map(({ Properties }) => Properties.Description).toSorted()).toEqual(
    schedules.map(({ name }) => `Norma: ${name}`).toSorted(),
  )
})

test.each(schedules)('$name is started when it is declared to be, and is told for which instant', (schedule) => {
  const found = planned.find(({ Properties }) => Properties.Description === `Norma: ${schedule.name}`)

  expect(found?.Properties).toMatchObject({
    ScheduleExpression: schedulerExpression(schedule),
    ScheduleExpressionTimezone: schedule.zone,
    FlexibleTimeWindow: { Mode: 'OFF' },
    State: 'ENABLED',
    Target: {
      Arn: { 'Fn::GetAtt': [schedule.apart === true ? handlerOf('Norma: looks into mailboxes') : handler, 'Arn'] },
      Input: JSON.stringify({ schedule: schedule.name, at: '<aws.scheduler.scheduled-time>' }),
      RetryPolicy: { MaximumRetryAttempts: 2, MaximumEventAgeInSeconds: 3600 },
      DeadLetterConfig: retries.DestinationConfig.OnFailure.Destination['Fn::GetAtt'] && {
        Arn: retries.DestinationConfig.OnFailure.Destination,
      },
    },
  })
})

test('a run that fails is repeated and then put with the dead letters of the schedules', () => {
  expect(retries).toMatchObject({
    FunctionName: { Ref: handler },
    MaximumRetryAttempts: 2,
    MaximumEventAgeInSeconds: 3600,
    DestinationConfig: {
      OnFailure: { Destination: { 'Fn::GetAtt': [expect.stringContaining('TimetableDeadLetters'), 'Arn'] } },
    },
  })
})
