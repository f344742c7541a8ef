import { startTargets } from '#browser/target-grid/page'

startTargets()
