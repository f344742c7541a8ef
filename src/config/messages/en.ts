import { enMeaning } from './en-meaning'
import { enMoney } from './en-money'
import { enNames } from './en-names'
import { enShape } from './en-shape'
import { enSyntax } from './en-syntax'
import { enTime } from './en-time'
import { enTrial } from './en-trial'

/** Everything the check says, in English, by key. */
export const en = { ...enSyntax, ...enShape, ...enTime, ...enNames, ...enMeaning, ...enMoney, ...enTrial }
