import Type from 'typebox'

import { instant, line, shape } from './shape'

/** Asks for a rule of the automation to be stopped. */
export type PauseRule = Type.Static<typeof PauseRule>
export const PauseRule = shape('PauseRule', {
  reason: line({
    maxLength: 500,
    description: 'Why; it is shown wherever the rule would have run',
  }),
})

/** One rule of `automation` and whether it may run. */
export type RuleView = Type.Static<typeof RuleView>
export const RuleView = shape('RuleView', {
  id: Type.String(),
  on: Type.String({ description: 'What sets it off', examples: ['payment_received'] }),
  field: Type.Optional(Type.String({ description: 'Only when this field has changed' })),
  stage: Type.Optional(Type.String({ description: 'Only when this stage was entered' })),
  task: Type.Optional(Type.String({ description: 'Only when this task was done' })),
  actions: Type.Array(Type.String(), { description: 'What it does, in order', examples: [['move_to delivery']] }),
  line: Type.Integer({ description: 'Line in its version of the rules' }),
  paused: Type.Optional(
    shape('RulePause', {
      at: instant('Since when it does nothing'),
      by: Type.String({ description: 'Who stopped it' }),
      reason: Type.String(),
    }),
  ),
})

/** The rules of `automation` in force. */
export type Automation = Type.Static<typeof Automation>
export const Automation = shape('Automation', { configVersion: Type.Integer(), items: Type.Array(RuleView) })
