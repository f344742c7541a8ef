import { expect, test } from 'vitest'

import { automationConsumer, tooDeepAlarm } from '#automation/events/consumers'

import { synthesized } from './synthesized'

const template = await synthesized()

test('rules that set each other off raise an alarm, read from the log of the function that runs them', () => {
  const filters = Object.values(template.ofType('AWS::Logs::MetricFilter')).map(({ Properties }) => Properties)
  const own = filters.filter(({ FilterPattern }) => FilterPattern === `"${tooDeepAlarm}"`)
  const [filter] = own
  const functions = Object.values(template.ofType('AWS::Lambda::Function'))
  const runner = functions.find(
    ({ Properties }) => Properties.Environment?.Variables?.NORMA_CONSUMER === automationConsumer,
  )
  const alarms = Object.values(template.ofType('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties)

  expect(own).toHaveLength(1)
  expect(filter.LogGroupName).toEqual(runner?.Properties.LoggingConfig.LogGroup)
  const [told] = filter.MetricTransformations
  const alarm = alarms.find((one) => one.MetricName === told.MetricName)
  expect(alarm).toMatchObject({ Namespace: told.MetricNamespace, Threshold: 0, AlarmActions: [expect.anything()] })
})
