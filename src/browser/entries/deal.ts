import { startChecklists } from '#browser/checklist'
import { onKey } from '#browser/keys'

startChecklists()
onKey('m', () => document.querySelector<HTMLElement>('[data-move]')?.click())
onKey('a', () => document.querySelector<HTMLElement>('[data-add-task]')?.click())
document.querySelector('.rail [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
