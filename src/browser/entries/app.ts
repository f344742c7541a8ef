import { startBell } from '#browser/bell'
import { startDialogs } from '#browser/dialogs'
import { startFilters } from '#browser/filter'
import { startForms } from '#browser/forms'
import { startKeys } from '#browser/keys'
import { startLinkChoice } from '#browser/link-choice'
import { startLive } from '#browser/live'
import { startSearchBox } from '#browser/search-box'

startKeys()
startDialogs()
startForms()
startFilters()
startLive()
startLinkChoice()
startSearchBox()
startBell()
