import { startBulk } from '#browser/bulk'

startBulk()
