// Beside the app in a browser that nobody can drive: types an incident, saves it when told to by the clock, and says
// what stands on the screen. It lives through the reload of the page by what it notes in sessionStorage.
const words = 'Typed before the storage was cut off'
const pause = ms => new Promise(resolve => setTimeout(resolve, ms))
const tell = what => fetch('/report', { method: 'POST', body: JSON.stringify(what) })

async function found(look) {
  for (let i = 0; i < 200; i++, await pause(50)) {
    const one = look()
    if (one) return one
  }
  throw new Error(`not found: ${look}`)
}
const control = name =>
  [...document.querySelectorAll('button, a')].find(one => one.textContent.trim() === name && one.offsetParent)
const field = name => {
  const label = [...document.querySelectorAll('label')].find(one => one.textContent.includes(name))
  return label?.control
}

const screen = () => ({
  text: document.body.innerText,
  typed: field('What happened?')?.value ?? '',
  at: location.hash,
})

async function watch() {
  for (;;) {
    await tell({ is: 'seen', step: sessionStorage.getItem('step'), ...screen() })
    await pause(300)
  }
}

try {
  if (!new URLSearchParams(location.search).has('look') && !sessionStorage.getItem('step')) {
    ;(await found(() => control('Log an incident'))).click()
    const area = await found(() => field('What happened?'))
    area.value = words
    area.dispatchEvent(new Event('input', { bubbles: true }))
    await pause(1000)
    sessionStorage.setItem('step', 'typed')
    await tell({ is: 'typed' })
    await pause(3000)
    sessionStorage.setItem('step', 'pressed')
    control('Save').click()
  }
  await watch()
} catch (error) {
  await tell({ is: 'failed', error: String(error), ...screen() })
}
