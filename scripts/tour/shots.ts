import type { Shot } from './shot'
import { shotsOfCompany } from './shots-of-company'
import { shotsOfDays } from './shots-of-days'
import { shotsOfNumbers } from './shots-of-numbers'

/** Every picture, in the order of the tour. A page that comes later needs one more entry in one of these. */
export const shots: readonly Shot[] = [...shotsOfDays, ...shotsOfNumbers, ...shotsOfCompany]
