import { startChecklists } from '#browser/checklist'
import { onKey } from '#browser/keys'
import { startMentions } from '#browser/mentions'
import { startFiles } from '#browser/send-files'

startChecklists()
startMentions()
startFiles()
onKey('m', () => document.querySelector<HTMLElement>('[data-move]')?.click())
onKey('a', () => document.querySelector<HTMLElement>('[data-add-task]')?.click())
onKey('c', () => document.getElementById('say-text')?.focus())
document.querySelector('.rail [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
