import { moveDeal } from '#usecases/deals/move-deal'
export const planted = moveDeal
