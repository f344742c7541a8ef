import type { Context } from '#config/context'
import { checkAutomation } from './check-automation'
import { checkCalls } from './check-calls'
import { checkCalendars } from './check-calendars'
import { checkClients } from './check-clients'
import { checkConditions } from './check-conditions'
import { checkGates } from './check-gates'
import { checkHands } from './check-hands'
import { checkIntake } from './check-intake'
import { checkLadders } from './check-ladders'
import { checkMade } from './check-made'
import { checkMaxAge } from './check-max-age'
import { checkDocuments } from './check-documents'
import { checkMoney } from './check-money'
import { checkPersonalData } from './check-personal-data'
import { checkNames } from './check-names'
import { checkRouting } from './check-routing'
import { checkSense } from './check-sense'
import { checkTasks } from './check-tasks'
import { checkUnused } from './check-unused'
import type { Whole } from './whole'

/** Reports what can be read but cannot be meant. */
export function checkMeaning(context: Context, whole: Whole): void {
  checkCalendars(context, whole)
  checkConditions(context, whole)
  checkTasks(context, whole)
  checkMaxAge(context, whole)
  checkGates(context, whole)
  checkRouting(context, whole)
  checkLadders(context, whole)
  checkAutomation(context, whole)
  checkHands(context, whole)
  checkMoney(context, whole)
  checkDocuments(context, whole)
  checkClients(context, whole)
  checkPersonalData(context, whole)
  checkIntake(context, whole.model)
  checkCalls(context, whole)
  checkMade(context, whole)
  checkNames(context, whole)
  checkSense(context, whole)
  checkUnused(context, whole)
}
