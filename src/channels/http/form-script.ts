/**
 * The script for forms of sites, as browsers run it: it takes over forms marked `data-norma`, says where the visitor came
 * from and which text of consent they saw, and is missed by nobody: where it does not run, or the network fails it, the form
 * is sent as it always was, under the same number, so that it is taken once. It sets no cookies of its own.
 */
export const formScript = `(function () {
  'use strict'
  var d = document
  function cookie(name) {
    var found = new RegExp('(?:^|; )' + name + '=([^;]*)').exec(d.cookie)
    return found ? decodeURIComponent(found[1]) : undefined
  }
  function hidden(form, name, value) {
    var input = d.createElement('input')
    input.type = 'hidden'
    input.name = name
    input.value = value
    form.appendChild(input)
  }
  function trapIn(form) {
    var trap = d.createElement('input')
    trap.name = 'website'
    trap.tabIndex = -1
    trap.autocomplete = 'off'
    trap.setAttribute('aria-hidden', 'true')
    trap.style.cssText = 'position:absolute;left:-9999px;width:1px;height:1px;opacity:0'
    form.appendChild(trap)
    return trap
  }
  function consentIn(form, at) {
    var box = form.querySelector('[data-norma-consent]')
    if (!box) return undefined
    var label = box.closest('label')
    return {
      name: box.name,
      says: {
        given: box.checked,
        version: box.getAttribute('data-norma-consent') || undefined,
        text: label ? label.textContent.trim().slice(0, 4000) : undefined,
        at: at,
      },
    }
  }
  function bodyOf(form, state) {
    var sent = new Date().toISOString()
    var consent = consentIn(form, sent)
    var own = ['website', 'form', 'submission', 'opened', 'page', consent && consent.name]
    var fields = {}
    new FormData(form).forEach(function (value, name) {
      if (typeof value !== 'string' || own.indexOf(name) >= 0) return
      fields[name] = fields[name] === undefined ? value : fields[name] + ', ' + value
    })
    return {
      form: state.name,
      submission: state.submission,
      opened: state.opened,
      sent: sent,
      page: location.href,
      referrer: d.referrer || undefined,
      client: { ym: cookie('_ym_uid'), ga: cookie('_ga') },
      website: state.trap.value || undefined,
      consent: consent && consent.says,
      fields: fields,
    }
  }
  function done(form) {
    var thanks = form.getAttribute('data-norma-thanks')
    form.dispatchEvent(new CustomEvent('norma:sent', { bubbles: true }))
    if (thanks) location.assign(thanks)
    else form.reset()
  }
  function take(form) {
    var state = {
      name: form.getAttribute('data-norma') || form.getAttribute('name') || form.id || d.title,
      opened: new Date().toISOString(),
      submission: Date.now().toString(36) + Math.random().toString(36).slice(2, 12),
      trap: trapIn(form),
    }
    var busy = false
    hidden(form, 'form', state.name)
    hidden(form, 'opened', state.opened)
    hidden(form, 'submission', state.submission)
    hidden(form, 'page', location.href)
    form.addEventListener('submit', function (event) {
      event.preventDefault()
      if (busy) return
      busy = true
      fetch(form.action, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(bodyOf(form, state)),
        keepalive: true,
      }).then(
        function (answer) {
          if (!answer.ok) return form.submit()
          busy = false
          state.submission = Date.now().toString(36) + Math.random().toString(36).slice(2, 12)
          form.querySelector('[name="submission"]').value = state.submission
          done(form)
        },
        function () {
          form.submit()
        },
      )
    })
  }
  function start() {
    if (!window.fetch || !window.FormData) return
    d.querySelectorAll('form[data-norma]').forEach(take)
  }
  if (d.readyState === 'loading') d.addEventListener('DOMContentLoaded', start)
  else start()
})()
`
