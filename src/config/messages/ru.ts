import type { en } from './en'
import { ruMeaning } from './ru-meaning'
import { ruMoney } from './ru-money'
import { ruNames } from './ru-names'
import { ruShape } from './ru-shape'
import { ruSyntax } from './ru-syntax'
import { ruTime } from './ru-time'
import { ruTrial } from './ru-trial'

/** Everything the check says, in Russian, by key. */
export const ru: typeof en = { ...ruSyntax, ...ruShape, ...ruTime, ...ruNames, ...ruMeaning, ...ruMoney, ...ruTrial }
