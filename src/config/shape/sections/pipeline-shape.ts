import { text, value, oneOrMore, required, optional, stage } from '#config/shape/parts'
import type { Shape } from '#config/shape/shape'
import { changeKeys } from './stage-shape'

/** A direction. */
export const pipeline: Shape = {
  is: 'block',
  keys: {
    name: required(text, 'What people call the direction.'),
    axes: optional(
      { is: 'table', keys: 'axes', of: value('a value of the axis', 'axis_value') },
      'Where it stands on each axis.',
    ),
    stages: required({ is: 'list', of: stage, isFilled: true }, 'Its stages, in order.'),
    won_after: required(stage, 'The deal is won when it leaves this stage.'),
    may_skip: optional(oneOrMore('a stage', 'stage'), 'Stages that may be skipped.'),
    seller: optional(value('a seller', 'seller'), 'Which of our legal entities sells here, where there are several.'),
    change: optional(
      { is: 'table', keys: 'stages', of: { is: 'block', keys: changeKeys } },
      'What differs from the library.',
    ),
  },
}
