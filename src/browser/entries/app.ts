import { startBell } from '#browser/bell'
import { startDayInputs } from '#browser/day-inputs'
import { startDialogs } from '#browser/dialogs'
import { startFillFrom } from '#browser/fill-from'
import { startFilters } from '#browser/filter'
import { startForms } from '#browser/forms'
import { startKeys } from '#browser/keys'
import { startLinkChoice } from '#browser/link-choice'
import { startLive } from '#browser/live'
import { startOwnFaults } from '#browser/own-faults'
import { startSearchBox } from '#browser/search-box'
import { startSelectSearch } from '#browser/select-search'
import { showCurrentTabs } from '#browser/tabs'

startKeys()
startDialogs()
startForms()
startOwnFaults()
startDayInputs()
startSelectSearch()
startFilters()
startFillFrom()
startLive()
startLinkChoice()
startSearchBox()
startBell()
showCurrentTabs()
