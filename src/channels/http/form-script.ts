/**
 * The script for forms of sites, as browsers run it: it takes over forms marked `data-norma`, says where the visitor came
 * from and which text of consent they saw, and is missed by nobody: where it does not run, or the network fails it, the form
 * is sent as it always was, under the same number, so that it is taken once. It sets no cookies of its own. Where many
 * robots come it works for a second or two on a puzzle, so that the form is taken for a person’s.
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
    return input
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
    var own = ['website', 'form', 'submission', 'opened', 'page', 'altcha', consent && consent.name]
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
  function hex(bytes) {
    return Array.from(new Uint8Array(bytes), function (one) {
      return (one < 16 ? '0' : '') + one.toString(16)
    }).join('')
  }
  function unhex(text) {
    return new Uint8Array((text.match(/../g) || []).map(function (two) { return parseInt(two, 16) }))
  }
  function derived(parameters, nonce, counter) {
    var password = new Uint8Array(nonce.length + 4)
    password.set(nonce)
    new DataView(password.buffer).setUint32(nonce.length, counter)
    return crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']).then(function (key) {
      return crypto.subtle.deriveBits(
        { name: 'PBKDF2', hash: 'SHA-256', salt: unhex(parameters.salt), iterations: parameters.cost },
        key,
        parameters.keyLength * 8,
      )
    })
  }
  function solved(challenge, counter) {
    var parameters = challenge.parameters
    return derived(parameters, unhex(parameters.nonce), counter).then(function (bits) {
      var key = hex(bits)
      if (key.indexOf(parameters.keyPrefix) !== 0) return counter > 100000 ? undefined : solved(challenge, counter + 1)
      return btoa(JSON.stringify({ challenge: challenge, solution: { counter: counter, derivedKey: key } }))
    })
  }
  function proofFor(form) {
    if (!window.crypto || !crypto.subtle) return Promise.resolve()
    return fetch(form.action.replace(/\\/?$/, '/challenge'))
      .then(function (answer) {
        return answer.status === 200 ? answer.json().then(function (one) { return solved(one, 0) }) : undefined
      })
      .catch(function () {})
  }
  function sentFile(form, file) {
    return file
      .arrayBuffer()
      .then(function (bytes) { return crypto.subtle.digest('SHA-256', bytes) })
      .then(function (hash) {
        return fetch(form.action.replace(/\\/?$/, '/files'), {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ name: file.name, size: file.size, sha256: hex(hash) }),
        })
      })
      .then(function (answer) { return answer.json() })
      .then(function (place) {
        var url = new URL(place.url, form.action).href
        return fetch(url, { method: 'PUT', headers: place.headers, body: file }).then(function (put) {
          if (!put.ok) throw new Error('The file was not taken.')
          return { id: place.id, name: file.name }
        })
      })
  }
  function filesOf(form) {
    var all = []
    form.querySelectorAll('input[type=file]').forEach(function (input) {
      all = all.concat(Array.from(input.files))
    })
    if (!window.crypto || !crypto.subtle) return Promise.resolve([])
    return Promise.all(all.slice(0, 5).map(function (file) { return sentFile(form, file) }))
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
    state.proof = hidden(form, 'altcha', '')
    form.addEventListener('submit', function (event) {
      event.preventDefault()
      if (busy) return
      busy = true
      Promise.all([proofFor(form), filesOf(form)]).then(function (beside) {
        var body = bodyOf(form, state)
        body.altcha = beside[0]
        if (beside[0]) state.proof.value = beside[0]
        body.files = beside[1].length ? beside[1] : undefined
        return fetch(form.action, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
          keepalive: true,
        })
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
